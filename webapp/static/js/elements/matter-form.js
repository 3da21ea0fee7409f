/** Writing about what both agree: a proposal, a change, “not for me”, how it is going. */

/** @import { Draft, Matter, Revision } from "../types" */
/** @import { Journal } from "../journal.js" */
/** @typedef {{ journal: Journal, name: string, id: string, act: string, title: string, goals: Revision[], matter?: Matter }} Task */

import { newest, saysTheSame, waitsFor } from "../agreements.js";
import { copyOf, find, findAll, show } from "../dom.js";
import { OpenDraft } from "../open-draft.js";
import { joined } from "../said.js";
import { change, say } from "../together.js";

const TYPING_MS = 500;
const FULL = "This phone could not save it: it may be full. Your words are still here.";
const ASKED = {
  goal: ["Propose a goal", "What would you like to work towards?", "Propose it"],
  task: ["Propose a way of working", "What could you do, or do in another way?", "Propose it"],
  change: ["Suggest a change", "In your words", "Propose it"],
  no: ["Not for me", "What would suit you better? You may leave this empty.", "Say “not for me”"],
  progress: ["How is it going?", "In your own words, if you like", "Save it"],
};

class MatterForm extends HTMLElement {
  task = /** @type {Task} */ (/** @type {unknown} */ (null)); // until it begins
  open = /** @type {OpenDraft<any>} */ (/** @type {unknown} */ (null));
  /** @type {Revision | undefined} */ target;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ typing;

  connectedCallback() {
    const form = find("form", this);
    form.addEventListener("submit", (/** @type {Event} */ event) => this.#submit(event));
    form.addEventListener("input", () => (this.typing ??= setTimeout(() => this.rest(), TYPING_MS)));
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.rest());
  }

  /** @param {Task} task */
  async begin(task) {
    this.task = task;
    this.target = targetOf(task);
    const step = location.hash.slice(1);
    const left = (await task.journal.drafts.all()).find((draft) => draft.step === step);
    this.open = new OpenDraft(task.journal, left ?? begun(task, this.target, step), Boolean(left));
    this.#draw();
    this.#fill();
  }

  #draw() {
    const { act, id, name, title, goals } = this.task;
    const kind = this.open.draft.kind;
    const isCard = kind === "arrangement";
    const [heading, label, keep] = ASKED[/** @type {"goal"} */ (act === "change" && !this.task.matter ? (isCard ? "change" : id) : act)];
    find("[data-title]", this).textContent = isCard ? title : heading;
    find("[data-back]", this).href = this.task.matter || isCard ? `#${id}` : "#";
    find("[data-label]", this).textContent = label;
    find("[data-keep]", this).textContent = keep;
    find("[data-name]", this).textContent = name;
    const shown = [isCard ? id : "words", kind === "task" && goals.length && "goal", act === "progress" && "value", act === "progress" && this.task.matter?.kind === "task" && "fits"];
    for (const part of findAll("[data-for]", this)) part.hidden = !shown.includes(part.dataset.for);
    find("[data-goals]", this).replaceChildren(...[null, ...goals].map(goalRow));
    this.#say("");
  }

  #fill() {
    const { words = "", value, fits, goal, fields = {} } = this.open.said;
    for (const area of findAll("textarea", this)) area.value = area.name === "words" ? words : (fields[area.name] ?? "");
    for (const [name, chosen] of Object.entries({ value, fits, goal })) {
      const row = find(`[name=${name}][value="${chosen ?? ""}"]`, this) ?? find(`[name=${name}][value=""]`, this);
      row.checked = true;
    }
  }

  /** Take what the form says, and save it as the draft. */
  async rest() {
    clearTimeout(this.typing);
    this.typing = undefined;
    if (!this.open || this.open.isKept) return;
    this.#take();
    await this.open.save().then(() => this.#say(""), () => this.#say(FULL));
  }

  #take() {
    const form = new FormData(find("form", this));
    const { said } = this.open;
    if (said.fields) said.fields = { ...said.fields, ...Object.fromEntries(this.#areas().map(({ name, value }) => [name, value])) };
    else said.words = String(form.get("words"));
    if ("goal" in said) said.goal = form.get("goal") || null;
    if ("fits" in said) said.fits = form.get("fits") || null;
    if ("value" in said) said.value = form.get("value") ? Number(form.get("value")) : null;
  }

  /** The parts of the card that is shown. */
  #areas() {
    return findAll("[data-for]:not([hidden]) textarea", this);
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    if (this.open.isKept) return; // the second half of a double tap
    this.#take();
    const said = tidy(this.open.said);
    const missing = missingIn(said, this.task.act);
    if (missing) return this.#say(missing);
    try {
      const undo = await this.open.keepBy(() => this.#keep(said));
      const detail = { said: undo ? "Saved on this phone." : "", undo, to: this.task.matter || said.setting ? this.task.id : "" };
      this.dispatchEvent(new CustomEvent("did", { detail, bubbles: true }));
    } catch {
      this.#say(FULL);
    }
  }

  /** Nothing is said where nothing is another. @param {any} said */
  async #keep(said) {
    const { journal, matter } = this.task;
    const { id, kind } = this.open.draft;
    if (!matter || this.task.act !== "change" || !this.target) return say(journal, kind, said, id);
    const { target } = this;
    const { replaces, setting, ...content } = { ...said, ...("words" in said && { state: "proposed" }) };
    if (!matter.beside.client?.length && target.body.state !== "set_aside" && saysTheSame(target, { ...target, body: said })) return void (await this.open.drop());
    return change(journal, matter, target, content, id);
  }

  /** @param {string} words */
  #say(words) {
    find("[data-failed]", this).textContent = words;
  }
}

/** The entry that is written about: what waits for one's own answer, or one's own words, or what is agreed. @param {Task} task */
function targetOf({ act, matter }) {
  if (!matter) return undefined;
  if (act === "progress") return matter.agreed?.said;
  return (waitsFor(matter, "client") ?? matter.proposals.client ?? matter.agreed ?? matter.proposals.therapist)?.said ?? newest(matter) ?? undefined;
}

/** @param {Task} task @param {Revision | undefined} target @param {string} step @returns {Draft<any>} */
function begun({ act, id, matter }, target, step) {
  const kinds = { no: "agreement", progress: "progress" };
  const isNew = id === "goal" || id === "task";
  const kind = kinds[/** @type {"no"} */ (act)] ?? matter?.kind ?? (isNew ? id : "arrangement");
  const blank = isNew ? { words: "", state: "proposed", goal: null, replaces: null } : { setting: id, fields: {}, replaces: null };
  const said = {
    change: together(target, matter) ?? blank, no: { of: target?.entry, answer: "not_for_me", words: "" },
    progress: { of: target?.record, value: null, fits: null, words: "" },
  }[act];
  return { id: crypto.randomUUID(), mark: null, record: crypto.randomUUID(), base: null, resolves: [], kind, step, said };
}

/** What is to be changed, with what was written beside it. @param {Revision} [target] @param {Matter} [matter] */
function together(target, matter) {
  if (!target) return null;
  const all = [...(matter?.beside.client ?? []), target].map(({ body }) => body);
  if (!target.body.fields) return { ...target.body, words: joined(all.map(({ words }) => words)) };
  const names = new Set(all.flatMap(({ fields }) => Object.keys(fields)));
  const fields = Object.fromEntries([...names].map((name) => [name, joined(all.map(({ fields }) => fields[name] ?? ""))]));
  return { ...target.body, fields };
}

/** Without blanks around it, and without parts of a card that say nothing. @param {any} said */
function tidy(said) {
  if (!said.fields) return { ...said, words: said.words.trim() };
  const fields = Object.entries(said.fields).map(([name, text]) => [name, String(text).trim()]);
  return { ...said, fields: Object.fromEntries(fields.filter(([, text]) => text)) };
}

/** What has to be there first, in a sentence; "" where nothing is missing. @param {any} said @param {string} act */
function missingIn({ fields, words, value, fits }, act) {
  if (act === "progress") return words || value !== null || fits ? "" : "Choose or write something first.";
  if (act === "no" || words || (fields && Object.keys(fields).length)) return "";
  return "Please write what you would like to propose.";
}

/** @param {Revision | null} goal */
function goalRow(goal) {
  const copy = copyOf("goal-row");
  if (goal) {
    find("input", copy).value = goal.record;
    find(".row__words", copy).textContent = goal.body.words;
  }
  return copy;
}

customElements.define("matter-form", MatterForm);
