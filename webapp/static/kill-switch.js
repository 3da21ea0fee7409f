/**
 * Served in place of the service worker where KILL_SWITCH says so, for the day on which a version
 * does harm: it takes the app off each phone, and no word. Pages come from the network then.
 */

const worker = /** @type {any} */ (self);

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(clear()));

/** The open page is left as it is: somebody may be writing in it. */
async function clear() {
  const ours = (await caches.keys()).filter((name) => name.startsWith("footing-"));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
