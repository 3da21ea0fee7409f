/** Keeps one whole version of the app on the phone. It answers GET only, and keeps no personal page. */

import { pages, parts, renew, send, version, whole } from "/precache.js";

const CACHE = `footing-${version}`;
/** All its other headers are those of each page and file in it. */
const OF_THE_WHOLE = ["content-encoding", "content-length", "content-type", "vary"];
const worker = /** @type {any} */ (self);

worker.addEventListener("install", install);
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(tidy()));
worker.addEventListener("fetch", answer);
worker.addEventListener("message", obey);
worker.addEventListener("push", (/** @type {any} */ event) => event.waitUntil(notify(event.data)));
worker.addEventListener("notificationclick", (/** @type {any} */ event) => event.waitUntil(openPage(event.notification)));
worker.addEventListener("pushsubscriptionchange", (/** @type {any} */ event) => event.waitUntil(renew(worker.registration)));
worker.addEventListener("sync", (/** @type {any} */ event) => event.waitUntil(sendInBackground()));

function install(/** @type {any} */ event) {
  event.waitUntil(fill());
  event.waitUntil(event.addRoutes?.([
    ...pages.map((page) => route({ requestMode: "navigate", urlPattern: at(page) })),
    route({ urlPattern: at(`/assets/${version}/*`) }),
  ]));
}

/** All or nothing: what does not come whole leaves the version before in place. */
const fill = () => keep().catch(async (error) => {
  await caches.delete(CACHE);
  throw error;
});

async function keep() {
  const [cache, sent] = await Promise.all([caches.open(CACHE), fetch(whole, { cache: "no-store" })]);
  if (!sent.ok) throw new Error(`${sent.status}`);
  const headers = [...sent.headers].filter(([name]) => !OF_THE_WHOLE.includes(name));
  const kept = [...(await sent.formData())];
  if (kept.length !== parts) throw new Error("It was cut short.");
  await Promise.all(kept.map(([address, file]) => cache.put(address, new Response(file, { headers }))));
}

/** Where the browser can, it opens a page, and what the page asks for, from the cache without waking this worker. @param {any} condition */
const route = (condition) => ({ condition, source: { cacheName: CACHE } });
const at = (/** @type {string} */ pathname) => new /** @type {any} */ (globalThis).URLPattern({ pathname, search: "" });

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith("footing-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

function answer(/** @type {any} */ event) {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathname));
  else if (pathname.startsWith("/assets/")) event.respondWith(file(request));
}

/** A page from the cache at once, whatever is behind a “?”; others need the network. */
async function page(/** @type {Request} */ request, /** @type {string} */ path) {
  const kept = pages.includes(path) && (await caches.match(path, { cacheName: CACHE }));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch {
    return /** @type {Response} */ (await caches.match("/offline", { cacheName: CACHE }));
  }
}

async function file(/** @type {Request} */ request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** Only a page of ours, and only when somebody said yes. */
function obey(/** @type {any} */ { data, source }) {
  if (data === "use this version" && source?.type === "window") worker.skipWaiting();
}

/** Rejecting is how the browser learns that it should try again. */
async function sendInBackground() {
  const { state } = await send();
  if (state === "offline" || state === "later") throw new Error(state);
}

/** Something is always shown: a browser that sees a silent push ends the subscription. @param {any} data */
async function notify(data) {
  const { title = "Something new", navigate = "/", ...shown } = told(data);
  const icons = `/assets/${version}/icons`;
  const ours = { icon: `${icons}/icon-192.png`, badge: `${icons}/icon-monochrome-512.png`, data: navigate };
  await worker.registration.showNotification(title, { ...shown, ...ours });
}

/** What the server sent: the same that a browser shows by itself where it can (Declarative Web Push). @param {any} data */
function told(data) {
  try {
    return data.json().notification ?? {};
  } catch {
    return {};
  }
}

/** A window that is open already is used: what is being written there is kept. @param {any} notification */
async function openPage(notification) {
  notification.close();
  const url = new URL(notification.data ?? "/", location.origin);
  const path = url.origin === location.origin ? url.pathname : "/";
  const [open] = await worker.clients.matchAll({ type: "window" });
  if (!open) return worker.clients.openWindow(path);
  await open.focus().catch(() => {}); // it goes there all the same
  if (new URL(open.url).pathname !== path) await open.navigate(path);
}
