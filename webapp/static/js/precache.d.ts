/** The one generated module, /precache.js: what the service worker keeps of this release. */
export const version: string;
export const pages: string[];
export const whole: string;
export const parts: number;
export { renew, send } from "./for-the-worker.js";
