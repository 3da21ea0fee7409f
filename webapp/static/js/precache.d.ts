/** The one generated module, /precache.js: what the service worker keeps of this release. */
export const version: string;
export const pages: string[];
export const files: string[];
export { send } from "./sending.js";
export { subscribe } from "./notifications.js";
