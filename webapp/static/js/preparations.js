/** Pure: what is said and ticked before a session, and what stayed from an earlier one. */

/** @import { Preparation, Revision, Standing } from "./types" */

import { joined } from "./said.js";

/** Among what is ticked: that it was talked about. No tip is called so. */
export const BROUGHT = "bring";
/** @typedef {Omit<Preparation, "appointment"> & { appointment: string | null }} Said none: no session is in the diary yet */

/** @param {string | null} appointment @returns {Said} */
export const nothing = (appointment) => ({ appointment, ticked: [], bring: "", shared: false });

/** Versions put together: every tick, all words, and shared only if each of them was. @param {Revision[]} heads the newest first @returns {Preparation} */
export function asOne(heads) {
  const all = heads.map(({ body }) => body);
  return {
    ...all[0],
    ticked: [...new Set(all.flatMap(({ ticked }) => ticked))],
    bring: joined(all.map(({ bring }) => bring).reverse()),
    shared: all.every(({ shared }) => shared),
  };
}

/** The one for a session. @param {Standing[]} standings @param {string | null} appointment */
export const standsFor = (standings, appointment) =>
  standings.findLast(({ deleted, current }) => !deleted && current.body.appointment === appointment);

/** What somebody last wanted to bring to another session, if it was not talked about. @param {Standing[]} standings @param {string | null} appointment */
export function stayed(standings, appointment) {
  const others = standings.filter(({ deleted, current }) => !deleted && current.body.appointment !== appointment && current.body.bring);
  const last = others[others.length - 1];
  return last && !asOne(last.heads).ticked.includes(BROUGHT) ? last : undefined;
}
