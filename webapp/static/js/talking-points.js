/** Talking points on the phone: writing one, keeping it, and what became of it. */

/** @import { Unsettled, Revision, Standing, TalkingPoint } from "./types" */
/** @import { Journal } from "./journal.js" */

import { OpenDraft } from "./open-draft.js";
import { rebased } from "./rebased.js";
import { after, begin, follow, kept, remove as removeRecord, setShared as share } from "./records.js";
import { joined } from "./said.js";
import { isShared } from "./standing.js";

export const KIND = "talking_point";

/** @extends {OpenDraft<TalkingPoint>} */
export class PointDraft extends OpenDraft {
  /**
   * The draft that was left, or a change of what stands, or a new one. Null where what is to be changed is not here any more.
   * @param {Journal} journal @param {string} change the record to change, or "" @param {string | null} checkIn what a new one is about
   */
  static async of(journal, change, checkIn) {
    const drafts = await journal.drafts.of(KIND);
    const left = drafts.find(({ record, base, said }) => (change ? record === change : !base && said.check_in === checkIn));
    if (left) return new PointDraft(journal, rebased(left, await journal.record(left.record), asOne, ["words"]), true);
    const standing = change ? await journal.record(change) : undefined;
    if (change && (!standing || standing.deleted)) return null;
    return new PointDraft(journal, standing ? changing(standing) : blank(checkIn), false);
  }

  /** Whatever is sent or asked is shared. @param {TalkingPoint["route"]} route */
  keep(route) {
    return this.keepBy(() => {
      const { record, base, resolves } = this.draft;
      const said = { ...this.said, route, shared: route !== "say" || this.said.shared }; // the draft is as it was, should this fail
      return kept(this.journal, { record, base, resolves, kind: KIND }, said, this.draft);
    });
  }

  get isBegun() {
    return this.draft.base ? super.isBegun : this.said.words !== "";
  }
}

/** @param {string | null} check_in @returns {import("./types").Draft<TalkingPoint>} */
function blank(check_in) {
  const record = crypto.randomUUID();
  /** @type {TalkingPoint} */
  const said = { check_in, words: "", route: "say", state: "open", shared: false };
  return { id: record, mark: null, record, base: null, resolves: [], step: "kind", kind: KIND, said };
}

/** @param {Standing} standing @returns {import("./types").Draft<TalkingPoint>} */
function changing(standing) {
  const { record, heads } = standing;
  const about = { id: record, mark: null, record, ...after(standing), kind: KIND };
  return { ...about, step: "words", said: asOne(heads), stood: asOne(heads) };
}

/** Versions put together: all their words, the older ones first. @param {Revision[]} heads the newest first @returns {TalkingPoint} */
export function asOne(heads) {
  const all = heads.map(({ body }) => body);
  return { ...all[0], words: joined(all.map(({ words }) => words).reverse()), shared: all.every(({ shared }) => shared) };
}

/** Note what became of it. Returns how it stands then. @param {Journal} journal @param {Unsettled} unsettled @param {TalkingPoint["state"]} state */
export async function note(journal, { point, checkIn }, state) {
  if (point) await follow(journal, KIND, point, { ...asOne(point.heads), state });
  const first = { check_in: checkIn?.record ?? null, words: "", route: "say", state, shared: isShared(checkIn?.heads ?? []) };
  return journal.record(point?.record ?? (await begin(journal, KIND, first)));
}

/** @param {Journal} journal @param {Standing} standing */
export const remove = (journal, standing) => removeRecord(journal, KIND, standing);

/** @param {Journal} journal @param {Standing} standing @param {boolean} shared */
export const setShared = (journal, standing, shared) => share(journal, KIND, standing, shared);
