/** One round of syncing: hand over what waits, take what is new, until both are done. */

/** @import { Answer, Outcome, Item, SyncingCopy, Synced } from "./types" */

const BATCH = 20;
const PAGE = 200;
const FRUITLESS_MOST = 5;
const WAIT_S = 60;
const WAIT_LEAST_S = 2;

/**
 * Sync until nothing is left on either side. An entry leaves the outbox only when it comes back
 * in the feed; whatever goes wrong, it stays.
 * @param {SyncingCopy} copy
 * @param {(path: string, body: object) => Promise<Answer>} post
 * @param {boolean} looksFirst ask without handing anything over, where there is probably no signal:
 *   what has not left the phone can still be taken back for good
 * @returns {Promise<Outcome>}
 */
export async function sync(copy, post, looksFirst = false) {
  /** @param {Item[]} push */
  const ask = async (push) => post("/sync", await request(copy, push));
  let most = looksFirst ? 0 : BATCH;
  let furthest = 0; // a server that never gets beyond it must not be asked for ever
  for (let fruitless = 0; fruitless < FRUITLESS_MOST; fruitless++) {
    const push = await copy.nextBatch(most);
    const answer = await ask(push);
    const wrong = await refusal(copy, answer, push, ask);
    if (wrong && typeof wrong === "object") return wrong;
    if (!wrong && (await taken(copy, answer.json))) return { state: "done" };
    const reached = answer.json.cursor?.seq ?? 0;
    if (wrong || reached > furthest) fruitless = 0;
    furthest = Math.max(furthest, reached);
    most = wrong === "smaller" ? Math.max(1, Math.floor(push.length / 2)) : most;
    if (wrong === "next" || most === 0) most = BATCH;
  }
  return { state: "offline" };
}

/** @param {SyncingCopy} copy @param {Item[]} push */
async function request(copy, push) {
  return {
    protocol: 1,
    account: copy.account,
    device: copy.device,
    now: new Date().toISOString(),
    waiting: await copy.waitingCount(),
    cursor: await copy.cursor(),
    limit: PAGE,
    push,
  };
}

/** Apply a good answer. Says whether the round is over. @param {SyncingCopy} copy @param {Synced} answer */
async function taken(copy, answer) {
  if (answer.resync || !copy.knows(answer)) {
    await copy.startAgain();
    return false;
  }
  await copy.apply(answer);
  return !answer.more && (await copy.waitingCount()) === 0;
}

/**
 * What an answer that is not a good one asks for; null for a good one.
 * @param {SyncingCopy} copy @param {Answer} answer @param {Item[]} push
 * @param {(push: Item[]) => Promise<Answer>} ask
 * @returns {Promise<Outcome | "smaller" | "next" | null>}
 */
async function refusal(copy, { status, json, wait }, push, ask) {
  if (status === 200 && json?.protocol === 1) return null;
  if (status === 401) return { state: "signed_out" };
  if (status === 403) return { state: json?.code === "wrong_account" ? "wrong_account" : "offline" };
  if (status === 410 && json?.code === "account_erased") return { state: "erased" };
  if (status === 413 && json?.code === "too_large") return tooLarge(copy, push);
  if (status === 426) return { state: "update_needed" };
  if (status === 429 || status === 503) return later(wait);
  if (status >= 400 && status < 500 && json?.code) return notUnderstood(copy, push, ask);
  return { state: "offline" };
}

/** A wait that is over at once would be asked about at once. @param {number | null} wait @returns {Outcome} */
const later = (wait) => ({ state: "later", wait: Math.max(WAIT_LEAST_S, wait ?? WAIT_S) });

/**
 * It may have been cut on the way, or one entry may be what the server cannot read: the others must
 * not wait for that one, so it is found by halving, and blamed; but no entry is blamed where the
 * server does not understand a phone that sends none either.
 * @param {SyncingCopy} copy @param {Item[]} push @param {(push: Item[]) => Promise<Answer>} ask
 * @returns {Promise<Outcome | "smaller" | "next">}
 */
async function notUnderstood(copy, push, ask) {
  if (push.length > 1) return "smaller";
  if (push.length === 0) return /** @type {Outcome} */ ({ state: "defect" });
  const wrong = await refusal(copy, await ask([]), [], ask);
  if (wrong) return wrong;
  await copy.blame(push[0].entry, "bad_request", "The server could not read this.");
  return "next";
}

/** Half as much; and when one alone is too much, that one needs attention. @param {SyncingCopy} copy @param {Item[]} push */
async function tooLarge(copy, push) {
  if (push.length > 1) return "smaller";
  if (push.length === 0) return /** @type {Outcome} */ ({ state: "defect" });
  await copy.refuse(push[0].entry, "too_large", "This is longer than the server keeps.");
  return "next";
}

