/** One round of syncing: hand over what waits, take what is new, until both are done. */

/** @import { Answer, Outcome, Item, SyncingCopy, Synced } from "./types" */

const BATCH = 20;
const PAGE = 200;
const FRUITLESS_MOST = 5;

/**
 * Sync until nothing is left on either side. An entry leaves the outbox only when it comes back
 * in the feed; whatever goes wrong, it stays.
 * @param {SyncingCopy} copy
 * @param {(path: string, body: object) => Promise<Answer>} post
 * @returns {Promise<Outcome>}
 */
export async function sync(copy, post) {
  let most = BATCH;
  for (let fruitless = 0; fruitless < FRUITLESS_MOST; fruitless++) {
    const push = await copy.nextBatch(most);
    const answer = await post("/sync", await request(copy, push));
    const wrong = await refusal(copy, answer, push);
    if (wrong && typeof wrong === "object") return wrong;
    if (!wrong && (await taken(copy, answer.json))) return { state: "done" };
    if (wrong || brought(answer.json)) fruitless = 0;
    most = wrong === "smaller" ? Math.max(1, Math.floor(push.length / 2)) : most;
    if (wrong === "next") most = BATCH;
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
  if (answer.resync) {
    await copy.startAgain();
    return false;
  }
  await copy.apply(answer);
  return !answer.more && (await copy.waitingCount()) === 0;
}

/** Whether an answer moved anything: one that never does must not be asked for ever. @param {Synced} answer */
const brought = ({ changes }) => Boolean(changes?.length);

/**
 * What an answer that is not a good one asks for; null for a good one.
 * @param {SyncingCopy} copy @param {Answer} answer @param {Item[]} push
 * @returns {Promise<Outcome | "smaller" | "next" | null>}
 */
async function refusal(copy, { status, json, wait }, push) {
  if (status === 200 && json?.protocol === 1) return null;
  if (status === 401) return { state: "signed_out" };
  if (status === 403) return { state: json?.code === "wrong_account" ? "wrong_account" : "offline" };
  if (status === 413 && json?.code === "too_large") return tooLarge(copy, push);
  if (status === 426) return { state: "update_needed" };
  if (status === 429 || status === 503) return { state: "later", wait: wait ?? 60 };
  if (status >= 400 && status < 500 && json?.code) return { state: "defect" };
  return { state: "offline" };
}

/** Half as much; and when one alone is too much, that one needs attention. @param {SyncingCopy} copy @param {Item[]} push */
async function tooLarge(copy, push) {
  if (push.length > 1) return "smaller";
  if (push.length === 0) return /** @type {Outcome} */ ({ state: "defect" });
  await copy.refuse(push[0].entry, "too_large", "This is longer than the server keeps.");
  return "next";
}

