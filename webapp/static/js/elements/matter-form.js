/** Writing about what both agree: a proposal, a change, “not for me”, how it is going. */

/** @import { Draft, Matter, Revision } from "../types" */
/** @import { Journal } from "../journal.js" */
/** @typedef {{ journal: Journal, name: string, id: string, act: string, title: string, goals: Matter[], matter?: Matter }} Task */

import { newest, saysTheSame, waitsFor } from "../agreements.js";
import { copyOf, find, findAll } from "../dom.js";
import { OpenDraft } from "../open-draft.js";
import { change, ownWords, say, wholeOf } from "../together.js";
import { did } from "../undo.js";
import { WritingForm } from "../writing-form.js";

const ASKED = {
  goal: ["Propose a goal", "What would you like to work towards?", "Propose it"],
  task: ["Propose a way of working", "What could you do, or do in another way?", "Propose it"],
  change: ["Suggest a change", "In your words", "Propose it"],
  no: ["Not for me", "What would suit you better? You may leave this empty.", "Say “not for me”"],
  progress: ["How is it going?", "In your own words, if you like", "Save it"],
};

/** One form for all that is written on this page, one after the other. @extends {WritingForm<OpenDraft<any>>} */
class MatterForm extends WritingForm {
  here = "Your words are still here.";
  task = /** @type {Task} */ (/** @type {unknown} */ (null)); // until it begins
  /** @type {Revision | undefined} */ target;

  connectedCallback() {
    this.follow();
    find("form", this).addEventListener("submit", () => this.#submit());
  }

  /** @param {Task} task */
  async begin(task) {
    this.task = task;
    this.target = targetOf(task);
    const step = location.hash.slice(1);
    const left = (await task.journal.drafts.all()).find((draft) => draft.step === step);
    this.open = new OpenDraft(task.journal, left ?? (await begun(task, this.target, step)), Boolean(left));
    this.#draw();
    this.#fill();
    this.resume();
    if (left) this.#answersWhatStands();
  }

  /** A “not for me” that was begun before the words were changed would count for nothing. */
  #answersWhatStands() {
    const { said } = this.open;
    if (this.task.act !== "no" || !this.target || said.of === this.target.entry) return;
    said.of = this.target.entry;
    this.warn(`${this.task.name} has changed the words since you began. Please look at them once more.`);
  }

  #draw() {
    const { act, id, name, title } = this.task;
    const goals = offered(this.task.goals, this.open.said.goal);
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
    this.warn("");
  }

  #fill() {
    const { words = "", value, fits, goal, fields = {} } = this.open.said;
    for (const area of findAll("textarea", this)) area.value = area.name === "words" ? words : (fields[area.name] ?? "");
    for (const [name, chosen] of Object.entries({ value, fits, goal })) {
      const row = find(`[name=${name}][value="${chosen ?? ""}"]`, this) ?? find(`[name=${name}][value=""]`, this);
      row.checked = true;
    }
  }

  take() {
    const form = new FormData(find("form", this));
    const { said } = this.open;
    for (const key of ["goal", "fits"]) if (key in said) said[key] = form.get(key) || null;
    if ("value" in said) said.value = form.get("value") ? Number(form.get("value")) : null;
    if ("words" in said) said.words = String(form.get("words")).trim();
    if (!said.fields) return;
    const typed = findAll(`[data-for=${said.setting}] textarea`, this).map(({ name, value }) => [name, value.trim()]);
    said.fields = Object.fromEntries(Object.entries({ ...said.fields, ...Object.fromEntries(typed) }).filter(([, text]) => text));
  }

  async #submit() {
    this.typing = void clearTimeout(this.typing); // the draft that it would save says that all is well
    this.take();
    const { said } = this.open;
    if (this.task.act !== "no" && isEmpty(said)) return this.#asksFor();
    let undo = /** @type {Awaited<ReturnType<typeof say>> | undefined} */ (undefined);
    const isKept = await this.keepBy(async () => (undo = await this.open.keepBy(() => this.#keep(said))));
    if (isKept) did(this, undo ? "Saved on this phone." : "", undo && this.#givesBack(undo), this.task.matter || said.setting ? this.task.id : "");
  }

  /** Whoever takes it back has what they wrote in the form again. @param {() => Promise<unknown>} undo */
  #givesBack(undo) {
    const { journal, draft } = this.open;
    const left = { ...draft, mark: null, own: undefined }; // what it is instead of stands anew by then
    return async () => {
      await journal.drafts.save(left, true);
      await undo();
    };
  }

  #asksFor() {
    this.warn("Please write or choose something first.");
    if (this.open.said.fields) return; // of a card’s many parts none is the one, and at the first of them it could not be seen why
    find("[name=words]", this).focus();
  }

  /** What stands already is not said again. @param {any} said */
  async #keep(said) {
    const { journal, matter, act } = this.task;
    const { target, open } = this;
    const { draft } = open;
    if (!matter || act !== "change" || !target) return say(journal, draft.kind, said, draft);
    const isNews = open.before !== JSON.stringify(target.body) || !saysTheSame(target, { ...target, body: said });
    if (!isNews) return void (await open.drop());
    return change(journal, matter, target, { ...said, ...("words" in said && { state: "proposed" }) }, draft.own, draft);
  }
}

/** The entry that is written about: what waits for one's own answer, or one's own words, or what is agreed. @param {Task} task */
function targetOf({ act, matter }) {
  if (!matter) return undefined;
  if (act === "progress") return matter.agreed?.said;
  return (waitsFor(matter, "client") ?? matter.proposals.client ?? matter.agreed ?? matter.proposals.therapist)?.said ?? newest(matter) ?? undefined;
}

/** @param {Task} task @param {Revision | undefined} target @param {string} step @returns {Promise<Draft<any>>} */
async function begun({ journal, act, id, matter }, target, step) {
  const kinds = { no: "agreement", progress: "progress" };
  const isNew = id === "goal" || id === "task";
  const kind = kinds[/** @type {"no"} */ (act)] ?? matter?.kind ?? (isNew ? id : "arrangement");
  const blank = isNew ? { words: "", state: "proposed", goal: null, replaces: null } : { setting: id, fields: {}, replaces: null };
  const said = {
    change: wholeOf(target, matter) ?? blank, no: { of: target?.entry, answer: "not_for_me", words: "" },
    progress: { of: target?.record, value: null, fits: null, words: "" },
  }[act];
  const own = matter && target && act === "change" ? await ownWords(journal, matter, target) : undefined;
  return { id: crypto.randomUUID(), mark: null, record: crypto.randomUUID(), base: null, resolves: [], kind, step, said, own };
}

/** @param {any} said */
const isEmpty = ({ words, fits, value = null, fields = {} }) => !words && !fits && value === null && !Object.keys(fields).length;

/** What a way of working may be for. Its own goal stays, also one that was put aside, under the record that it names. @param {Matter[]} goals @param {string} its */
function offered(goals, its) {
  const isIts = (/** @type {Matter} */ { records }) => records.includes(its);
  const some = goals.filter((goal) => isIts(goal) || !goal.setAside);
  return some.map((goal) => ({ record: isIts(goal) ? its : goal.records[0], words: newest(goal)?.body.words }));
}

/** @param {{ record: string, words: string } | null} goal */
function goalRow(goal) {
  const copy = copyOf("goal-row");
  if (goal) {
    find("input", copy).value = goal.record;
    find(".row__words", copy).textContent = goal.words;
  }
  return copy;
}

customElements.define("matter-form", MatterForm);
