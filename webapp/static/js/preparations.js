/** What is ticked and written before a session: saved at once, kept for good, carried on to the next. */

/** @import { Draft, Preparation, Revision, Standing } from "./types" */
/** @import { Journal } from "./journal.js" */

import { rebased } from "./rebased.js";
import { after, follow, kept } from "./records.js";
import { joined } from "./said.js";

const KIND = "preparation";
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

/**
 * What somebody last wanted to bring to another session, or to this one on another device that began a record of its
 * own, if it was not talked about. @param {Standing[]} standings @param {string | null} appointment
 */
export function stayed(standings, appointment) {
  const shown = standsFor(standings, appointment);
  const others = standings.filter((each) => each !== shown && !each.deleted && asOne(each.heads).bring);
  const last = others[others.length - 1];
  return last && !asOne(last.heads).ticked.includes(BROUGHT) ? last : undefined;
}

/** It was talked about, or is brought again: every word of it, where there are several versions. @param {Journal} journal @param {Standing} standing */
export function wasBrought(journal, standing) {
  const body = asOne(standing.heads);
  return follow(journal, KIND, standing, { ...body, ticked: [...body.ticked, BROUGHT] });
}

export class PreparationDraft {
  /** @type {Promise<unknown>} */ saving = Promise.resolve();

  /** @param {Journal} journal @param {Draft<Said>} draft what is being written @param {Said} stood what was kept */
  constructor(journal, draft, stood) {
    this.journal = journal;
    this.draft = draft;
    this.stood = stood;
  }

  /**
   * For this session; null while none is in the diary. Then what is ticked and written stays in the
   * draft, because a preparation belongs to a session, and the next one takes it over. So does what
   * was begun for an earlier one and never kept.
   * @param {Journal} journal @param {string | null} appointment
   */
  static async of(journal, appointment) {
    const [standings, [left]] = await Promise.all([journal.standing(KIND), journal.drafts.of(KIND)]);
    const standing = standsFor(standings, appointment);
    const stood = standing ? asOne(standing.heads) : nothing(appointment);
    if (left?.said.appointment === appointment) return new PreparationDraft(journal, rebased(left, standing, asOne, ["ticked", "bring"]), stood);
    const record = standing?.record ?? crypto.randomUUID();
    const about = standing ? after(standing) : { base: null, resolves: [] };
    const fresh = { id: record, mark: null, record, ...about, step: "", kind: KIND, said: { ...stood }, stood };
    return new PreparationDraft(journal, left ? takingOver(fresh, left) : fresh, stood);
  }

  get said() {
    return this.draft.said;
  }

  /** Whether words wait to be kept. */
  get isWriting() {
    return this.said.bring !== this.stood.bring;
  }

  /** @param {string} tip @param {boolean} is */
  tick(tip, is) {
    const others = this.said.ticked.filter((id) => id !== tip);
    this.said.ticked = is ? [...others, tip] : others;
    return this.save();
  }

  /** @param {string} words */
  write(words) {
    this.said.bring = words;
    this.said.ticked = this.said.ticked.filter((id) => id !== BROUGHT);
    return this.save();
  }

  /** Save it as it is now, one writing after the other. Rejects when the phone is full. */
  save() {
    return this.#next(() => this.journal.drafts.save(this.draft, true));
  }

  /** Keep what is ticked; words that are being written stay what they are. */
  keepTicks() {
    const { ticked } = this.said;
    if (!this.said.appointment || String(ticked) === String(this.stood.ticked)) return Promise.resolve(null);
    return this.#next(() => this.#keep({ ...this.stood, ticked: [...ticked] }));
  }

  /** Keep everything, for good. @param {boolean} shared */
  keep(shared) {
    return this.#next(() => this.#keep({ ...this.said, ticked: [...this.said.ticked], shared }));
  }

  /** The draft ends with it, unless it has words that are not kept yet. @param {Said} body */
  async #keep(body) {
    const { record, base, resolves } = this.draft;
    const ends = body.bring === this.said.bring;
    const entry = await kept(this.journal, { record, base, resolves, kind: KIND }, body, ends ? this.draft : undefined);
    const bring = this.said.bring; // somebody may go on writing
    Object.assign(this.draft, { base: entry, resolves: [], stood: body }, ends && { mark: null });
    this.stood = body;
    this.draft.said = { ...body, ticked: this.said.ticked, bring };
    if (this.isWriting) await this.journal.drafts.save(this.draft, true);
    return entry;
  }

  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  #next(work) {
    const next = this.saving.then(work, work);
    this.saving = next.catch(() => {});
    return next;
  }
}

/** What was left of another session, or of none. @param {Draft<Said>} fresh @param {Draft<Said>} left @returns {Draft<Said>} */
function takingOver({ said: stands, ...fresh }, { id, mark, said }) {
  const ticked = said.appointment ? stands.ticked : [...new Set([...stands.ticked, ...said.ticked])];
  return { ...fresh, id, mark, said: { ...stands, ticked, bring: joined([stands.bring, said.bring]) } };
}
