/** The five questions to oneself, each answered in one's own words or not at all. */

/** @import { Draft, Reflection } from "../types" */
/** @import { Journal } from "../journal.js" */

import { find, findAll, on } from "../dom.js";
import { OpenDraft } from "../open-draft.js";
import { kept } from "../records.js";
import { did } from "../undo.js";
import { WritingForm } from "../writing-form.js";

export const KIND = "reflection";

/** @extends {WritingForm<OpenDraft<Reflection>>} */
class ReflectForm extends WritingForm {
  /** @param {Journal} journal */
  async begin(journal) {
    const [left] = await journal.drafts.of(KIND);
    this.open = new OpenDraft(journal, left ?? blank(), Boolean(left));
    for (const field of findAll("textarea", this)) field.value = this.open.said.answers[field.name] ?? "";
    this.listen();
    on("[data-keep]", () => this.#keep(), this);
    this.hidden = false;
  }

  take() {
    const written = findAll("textarea", this).flatMap(({ name, value }) => (value.trim() ? [[name, value]] : []));
    this.open.said.answers = Object.fromEntries(written);
  }

  async #keep() {
    this.take();
    if (!Object.keys(this.open.said.answers).length) return find("textarea", this).focus();
    const { journal, draft } = this.open;
    const { record, said } = draft;
    const isKept = await this.keepBy(() => this.open.keepBy(() => kept(journal, { record, base: null, kind: KIND }, said, draft)));
    if (isKept) did(this, "Kept. Only you can see it.");
    this.hidden = isKept;
  }
}

/** @returns {Draft<Reflection>} */
function blank() {
  const record = crypto.randomUUID();
  return { id: record, mark: null, record, base: null, resolves: [], step: "", kind: KIND, said: { answers: {}, shared: false } };
}

customElements.define("reflect-form", ReflectForm);
