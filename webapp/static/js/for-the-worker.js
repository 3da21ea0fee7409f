/** What the service worker does as the pages do. */

export { send } from "./sending.js";
export { renew } from "./notifications.js";
