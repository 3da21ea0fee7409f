/** Those who handed a client over: what they wrote and were asked stays, and stays theirs. */

/** @import { Former, Other } from "./types" */
/** @typedef {{ recall: (name: string) => Promise<any> }} Recalls a journal, as far as it is needed here */

/** Of who has left the practice since there is no name any more. */
const NAMELESS = "A former therapist";

/** @param {Recalls} journal @returns {Promise<Former[]>} the first one first */
const formerOf = async (journal) => /** @type {Other | null} */ (await journal.recall("other"))?.former ?? [];

/** What one is called. @param {{ name: string | null }} therapist */
export const called = ({ name }) => name ?? NAMELESS;

/** The same within a sentence. @param {string} name */
export const within = (name) => (name === NAMELESS ? "a former therapist" : name);

/** Their names, by their ids. @param {Recalls} journal @returns {Promise<Record<string, string>>} */
export async function formerNames(journal) {
  return Object.fromEntries((await formerOf(journal)).map((each) => [each.id, called(each)]));
}

/** Gives the name of whoever it was when something came in, unless it is who it is now. @param {Recalls} journal @returns {Promise<(at: string | undefined) => string | undefined>} */
export async function formerAt(journal) {
  const former = await formerOf(journal);
  return (at) => nameAt(former, at);
}

/** Pure: the same, given all of them. Both moments are of the server's clock. @param {Former[]} former @param {string} [at] */
export function nameAt(former, at) {
  const then = at && former.find(({ until }) => until && Date.parse(at) < Date.parse(until));
  return then ? called(then) : undefined;
}
