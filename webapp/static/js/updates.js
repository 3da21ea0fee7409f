/** The service worker: put in place, and replaced only when a person says so. */

import { loaded } from "./dom.js";

const SCRIPT = "/service-worker.js";

/** @type {Promise<ServiceWorkerRegistration | null> | undefined} */
let installed;

/** Put the service worker in place, once. Without one the app still works, with signal. */
export const install = () => (installed ??= register());

/** After everything else: what a first visit shows must not wait for what a later one needs. */
async function register() {
  await loaded();
  if (!navigator.serviceWorker) return null;
  try {
    return await navigator.serviceWorker.register(trusted(), { type: "module", updateViaCache: "none" });
  } catch {
    return null;
  }
}

/** Call back once a newer version waits. @param {(use: () => void) => void} offer */
export async function whenNewer(offer) {
  const registration = await install();
  if (!registration) return;
  const check = () => {
    const { waiting } = registration;
    if (waiting && navigator.serviceWorker.controller) offer(() => use(waiting));
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", check);
  });
  check();
}

/** @param {ServiceWorker} waiting */
function use(waiting) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("use this version");
}

/** Trusted Types let a worker's address through only by a policy; ours knows one address. */
function trusted() {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  return types ? types.createPolicy("footing", { createScriptURL: () => SCRIPT }).createScriptURL("") : SCRIPT;
}
