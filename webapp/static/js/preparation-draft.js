/** The preparation for one session as it is being made: each tick and each word saved at once. */

/** @import { Draft } from "./types" */
/** @import { Said } from "./preparations.js" */
/** @import { Journal } from "./journal.js" */

import { asOne, BROUGHT, nothing, standsFor } from "./preparations.js";
import { after, kept } from "./records.js";

const KIND = "preparation";

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
    if (left?.said.appointment === appointment) return new PreparationDraft(journal, left, stood);
    const record = standing?.record ?? crypto.randomUUID();
    const about = standing ? after(standing) : { base: null, resolves: [] };
    const fresh = { id: record, mark: null, record, ...about, step: "", kind: KIND, said: { ...stood } };
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

  /** @param {Said} body */
  async #keep(body) {
    const { id, record, base, resolves } = this.draft;
    const entry = await kept(this.journal, { record, base, resolves, kind: KIND }, body, id);
    const bring = this.said.bring; // somebody may go on writing
    Object.assign(this.draft, { mark: null, base: entry, resolves: [] });
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

/** @param {Draft<Said>} fresh @param {Draft<Said>} left @returns {Draft<Said>} */
function takingOver(fresh, { id, mark, said }) {
  const ticked = said.appointment ? fresh.said.ticked : [...new Set([...fresh.said.ticked, ...said.ticked])];
  const bring = said.bring && !fresh.said.bring.includes(said.bring) ? [fresh.said.bring, said.bring].filter(Boolean).join("\n\n") : fresh.said.bring;
  return { ...fresh, id, mark, said: { ...fresh.said, ticked, bring } };
}
