/** A draft that was left, while what it changes went on: it goes on from what stands now. */

/** @import { Draft, Revision, Standing } from "./types" */

import { after } from "./records.js";
import { RATINGS } from "./said.js";

/**
 * The draft, following the one text that stands, with whatever its form does not write taken from
 * there. Where somebody would lose words or answers by that, given elsewhere meanwhile, it stays as
 * it was left, and both become versions.
 * @template {Record<string, any>} T
 * @param {Draft<T>} draft @param {Standing | undefined} standing
 * @param {(heads: Revision[]) => T} asOne what the text says @param {(keyof T)[]} written what the form writes
 * @returns {Draft<T>}
 */
export function rebased(draft, standing, asOne, written) {
  if (!standing || standing.deleted || standing.heads.length > 1 || standing.current.entry === draft.base) return draft;
  const stands = asOne(standing.heads);
  if (!written.every((key) => losesNothing(stands[key], draft.said[key], draft.stood?.[key]))) return draft;
  const said = { ...stands, ...Object.fromEntries(written.map((key) => [key, draft.said[key]])) };
  return { ...draft, record: standing.record, ...after(standing), said, stood: stands };
}

/** It is what the draft began from, or the draft says it too. @param {any} stands @param {any} said @param {any} stood */
const losesNothing = (stands, said, stood) =>
  isSame(stands, stood) || isSame(stands, said) || (typeof said === "string" && said.includes(stands));

/** In whichever order somebody answered. @param {any} one @param {any} other */
const isSame = (one, other) => JSON.stringify(one, [...RATINGS]) === JSON.stringify(other, [...RATINGS]);
