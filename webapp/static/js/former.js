/** Those who handed a client over: what they wrote stays, and stays theirs. */

/** @import { Other } from "./types" */

/** Their names, by their ids. @param {{ recall: (name: string) => Promise<any> }} journal @returns {Promise<Record<string, string>>} */
export async function formerNames(journal) {
  const their = /** @type {Other | null} */ (await journal.recall("other"));
  return Object.fromEntries((their?.former ?? []).map(({ id, name }) => [id, name]));
}
