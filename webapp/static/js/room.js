/** Room on the phone: asked for, reserved, and made when there is none. What is written comes first. */

/** @import { Journal } from "./journal.js" */
/** @typedef {import("./database.js").Database} Database */

import { accountDatabase, accountsHere, result } from "./database.js";
import { expendable } from "./entries.js";
import { isInstalled } from "./installed.js";

/** More than a browser's own log may grow before it tidies up; less would be gone within minutes. */
const RESERVE_BYTES = 6 * 2 ** 20;
const DAY_MS = 24 * 3600 * 1000;

let wasFull = false; // while this page is open, what was freed stays free for words

/**
 * Write. Where the phone is full, first the reserve is let go, then what can be fetched again.
 * @template T @param {Database} database @param {string[]} names
 * @param {(stores: Record<string, IDBObjectStore>) => Promise<T>} work
 * @param {((database: Database) => Promise<void>)[]} steps
 * @returns {Promise<T>}
 */
export async function insist(database, names, work, [letGo, ...steps] = [dropReserve, dropHistory]) {
  try {
    return await database.write(names, work);
  } catch (error) {
    if (!letGo || /** @type {DOMException} */ (error).name !== "QuotaExceededError") throw error;
    await letGo(database);
    return insist(database, names, work, steps);
  }
}

/** Write what belongs to the phone: for that, whatever any account here holds in reserve is let go. @template T @param {() => Promise<T>} write */
export async function makeRoomFor(write) {
  try {
    return await write();
  } catch {
    for (const account of await accountsHere()) await dropReserve(accountDatabase(account));
    return write();
  }
}

/** The older half of what is past. Deleting needs no room. @param {Database} database */
export const dropHistory = (database) =>
  database.write(["entries", "outbox"], async ({ entries, outbox }) => {
    const [numbered, waiting] = await Promise.all([result(entries.getAll()), result(outbox.getAll())]);
    for (const { seq } of expendable(numbered, waiting)) entries.delete(seq);
  });

/** @param {Database} database */
function dropReserve(database) {
  wasFull = true;
  return database.write(["meta"], async ({ meta }) => void meta.delete("reserve"));
}

/**
 * Ask the browser not to throw away what is here, and note its answer. It may answer otherwise once
 * the app is on the home screen. @param {Journal} journal
 */
export async function askToStay(journal) {
  const asked = await journal.note("stays");
  const isNews = !asked || (!asked.granted && !asked.installed && isInstalled());
  if (!isNews || !navigator.storage?.persist) return;
  const about = { installed: isInstalled(), at: new Date().toISOString() };
  await journal.setNote("stays", { ...about, granted: false }); // Firefox asks the person, who may leave without an answer
  if (await navigator.storage.persist()) await journal.setNote("stays", { ...about, granted: true });
}

/**
 * Lay the reserve again and, once there is room for it, have the history that was let go fetched
 * again. Says whether there is something to fetch. @param {Journal} journal
 */
export const tend = async ({ database }) => (await layReserve(database)) && readAgain(database);

/**
 * Whether room is short, and whether everything that was received is here. Where nothing is reserved
 * yet, trying tells. @param {Journal} journal
 */
export async function state({ database }) {
  const found = await known(database);
  return found.isTight ? { ...found, isTight: !(await layReserve(database)) } : found;
}

/** @param {Database} database */
const known = (database) =>
  database.read(async (stores) => {
    const [asked, reserve] = await Promise.all([stores.meta.get("stays"), stores.meta.getKey("reserve")].map(result));
    return { isTight: Boolean(asked) && !reserve, isWhole: await isWhole(stores) };
  });

/** Says whether there is room. A browser that keeps no files, as Safari in a private tab, is not full. @param {Database} database */
async function layReserve(database) {
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  const hasRoom = !wasFull && quota - usage > 2 * RESERVE_BYTES;
  return database.write(["meta"], async ({ meta }) => {
    const isLaid = Boolean(await result(meta.getKey("reserve")));
    if (!isLaid && hasRoom) meta.put(new Blob([new Uint8Array(RESERVE_BYTES)]), "reserve");
    return isLaid || hasRoom;
  }).catch(({ name }) => name !== "QuotaExceededError");
}

/** From the start, once a day at most: it may not all fit. @param {Database} database */
const readAgain = (database) =>
  database.write(["entries", "meta"], async (stores) => {
    const before = (await result(stores.meta.get("read_again_at"))) ?? 0;
    const isDue = Math.abs(Date.now() - before) > DAY_MS;
    if (!isDue || (await isWhole(stores))) return false;
    stores.meta.put(Date.now(), "read_again_at");
    stores.meta.put(null, "cursor");
    return true;
  });

/** The feed has no gaps, so what was let go shows. @param {Record<string, IDBObjectStore>} stores */
async function isWhole({ entries, meta }) {
  const [count, cursor] = await Promise.all([result(entries.count()), result(meta.get("cursor"))]);
  return count >= (cursor?.seq ?? 0);
}
