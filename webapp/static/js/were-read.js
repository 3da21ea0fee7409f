/** What the server noted as read by the therapist. It needs signal, and says so without. */

/** @import { Standing } from "./types" */
/** @import { Journal } from "./journal.js" */
/** @typedef {{ entry: string, record: string, kind: string, by: string | null, first_at: string, last_at: string }} Read one version, when it was on a screen of theirs */

import { called } from "./former.js";
import { get } from "./http.js";
import { isShared } from "./standing.js";
import * as words from "./words.js";

/** Everything that was read, the latest first; null without an answer. @returns {Promise<Read[] | null>} */
export async function whatWasRead() {
  const { status, json } = await get("/my-readings");
  return status === 200 ? json.read : null;
}

/** When one version was read, in the middle of a sentence. @param {Pick<Read, "first_at" | "last_at">} read */
export const moments = ({ first_at, last_at }) =>
  first_at === last_at ? words.when(first_at) : `first ${words.when(first_at)}, last ${words.when(last_at)}`;

/** How something begins, for a list. By code points: cut between two halves, an emoji would be none. @param {string} text */
export function shortened(text) {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : text;
}

/**
 * Of what was shared and is not any more: what had been read by then; "" of anything else.
 * @param {Journal} journal @param {Standing} standing @param {string} name the therapist's
 */
export async function hadRead(journal, { record, heads, current }, name) {
  if (isShared(heads) || !(await journal.versions(record)).some(({ body }) => body?.shared)) return "";
  const read = await whatWasRead();
  if (!read) return `With signal, this page tells whether ${name} had it open before.`;
  const mine = read.filter((each) => each.record === record);
  return mine.length ? inWords(mine) : notOpened(current.kind, name);
}

/** Pure: several versions as one, of each who had them open. @param {Read[]} read */
export function inWords(read) {
  const who = [...new Set(read.map(({ by }) => by))];
  return `${who.map((name) => byOne(name, read.filter(({ by }) => by === name))).join(" ")} That cannot be taken back.`;
}

/** @param {string | null} name @param {Read[]} read */
function byOne(name, read) {
  const first = read.map(({ first_at }) => first_at).sort()[0];
  const last = read.map(({ last_at }) => last_at).sort()[read.length - 1];
  return `${called({ name })} had it open ${moments({ first_at: first, last_at: last })}.`;
}

/** Pure: of a check-in there are pictures too, which are not noted. @param {string} kind @param {string} name */
export const notOpened = (kind, name) =>
  `${name} had not opened it.${kind === "check_in" ? ` Pictures that ${name} saw may have counted the answers.` : ""}`;
