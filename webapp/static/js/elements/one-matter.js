/** One goal, way of working or card as it stands: what is agreed, what is proposed, what can be done. */

/** @import { Matter, Proposal, Revision, Standing } from "../types" */
/** @import { Journal } from "../journal.js" */
/** @typedef {{ journal: Journal, nameOf: (said?: Revision) => string, id: string, title: string, goal: string, going: Revision[] }} Around */
/** @typedef {"agreed" | "theirs" | "mine" | "aside" | "beside"} Part */

import { copyOf, find, findAll, replaceIn, show } from "../dom.js";
import { agreedOn, going, stillWaits, waits } from "../matter-words.js";
import { follow } from "../records.js";
import { once } from "../taps.js";
import { change, say, wholeOf } from "../together.js";
import { did } from "../undo.js";

class OneMatter extends HTMLElement {
  /** @param {Matter | undefined} matter a card may have none yet @param {Around} around */
  draw(matter, around) {
    const copy = copyOf("one");
    find("[data-title]", copy).textContent = around.title;
    find("[data-goal]", copy).textContent = around.goal && `For the goal “${around.goal}”`;
    show("nothing", !matter, copy);
    for (const link of findAll("[data-act]", copy)) link.href = `#${around.id}.${link.dataset.act}`;
    if (matter) find("[data-parts]", copy).append(...parts(matter).map(([part, each]) => this.#part(matter, part, each, around)));
    const goesOn = Boolean(matter?.agreed && matter.kind !== "arrangement");
    show("agreed", goesOn, copy);
    show("going", goesOn || around.going.length > 0, copy); // what was said of it stays, when it was put aside
    find("[data-going]", copy).append(...around.going.map((each) => this.#going(each, around)));
    replaceIn(this, copy);
  }

  /** @param {Matter} matter @param {Part} part @param {Proposal} each @param {Around} around */
  #part(matter, part, each, around) {
    const copy = copyOf("part");
    const name = around.nameOf(part === "theirs" ? each.said : each.by);
    find("[data-who]", copy).textContent = who(matter, part, each, name);
    find("[data-said]", copy).append(...said(each.said, before(matter, part)));
    const state = find("[data-state]", copy);
    state.textContent = stateOf(part, each, name);
    if (part === "agreed" && each.by?.state === "received") state.prepend(copyOf("tick"));
    find("[data-answer]", copy).textContent = each.answer === "not_for_me" ? (each.by?.body.words ?? "") : "";
    this.#offer(copy, matter, part, each, around);
    return copy;
  }

  /** @param {ParentNode} copy @param {Matter} matter @param {Part} part @param {Proposal} each @param {Around} around */
  #offer(copy, matter, part, each, { journal, id }) {
    const offered = choices(matter, part, each);
    for (const choice of findAll("[data-choice]", copy)) choice.hidden = !offered.includes(choice.dataset.choice);
    for (const link of findAll("a", copy)) link.href = `#${id}.${link.dataset.choice}`;
    if (part === "mine") find("[data-choice=change]", copy).textContent = "Change it";
    const answer = { of: each.said.entry, answer: "agree", words: "" };
    const agree = () => say(journal, "agreement", answer);
    /** @param {Revision} target @param {object} content */
    const tell = (target, content) => change(journal, matter, target, content);
    once("[data-choice=agree]", () => this.#did("You agree.", agree()), copy);
    const whole = part === "mine" && wholeOf(each.said, matter); // what stands beside it goes with it, and comes back with it
    once("[data-choice=aside]", () => this.#did("Put aside.", tell(each.said, { ...whole, state: "set_aside" })), copy);
    once("[data-choice=again]", () => this.#did("Taken up again.", tell(each.said, { state: "proposed" })), copy);
    once("[data-choice=back]", () => matter.agreed && this.#did("Taken back.", tell(each.said, content(matter.agreed.said))), copy);
  }

  /** @param {Revision} revision @param {Around} around */
  #going(revision, { journal }) {
    const copy = copyOf("going");
    find("[data-line]", copy).textContent = going(revision);
    find("[data-words]", copy).textContent = revision.body.words;
    find("button", copy).ariaLabel = `Delete what you said: ${going(revision)}`;
    once("button", () => this.#did("Deleted.", forget(journal, revision)), copy, "forget");
    return copy;
  }

  /** @param {string} said @param {Promise<() => Promise<unknown>>} doing */
  async #did(said, doing) {
    did(this, said, await doing);
  }
}

/** @param {Matter} matter @returns {[Part, Proposal][]} */
function parts({ agreed, setAside, proposals: { client: mine, therapist: theirs }, beside }) {
  /** @type {[Part, Proposal | null | undefined | false][]} */
  const all = [
    ["agreed", agreed], ["theirs", theirs?.answer !== "changed" && theirs], ["mine", mine?.answer !== "changed" && mine],
    ["aside", setAside && { said: setAside }], ...(beside.client ?? []).map((said) => /** @type {[Part, Proposal]} */ (["beside", { said }])),
  ];
  return /** @type {[Part, Proposal][]} */ (all.filter(([, each]) => each));
}

/** What can be done with a part. @param {Matter} matter @param {Part} part @param {Proposal} each */
function choices({ kind, agreed, proposals: { client: mine, therapist: theirs } }, part, { answer }) {
  const aside = kind === "arrangement" ? "" : "aside";
  const isQuiet = !mine && (!theirs || theirs.answer);
  if (part === "agreed") return [isQuiet ? "change" : "", aside];
  if (part === "theirs") return ["agree", "change", answer ? "" : "no"];
  if (part === "mine") return ["change", agreed ? "back" : aside];
  return part === "aside" ? ["again"] : [];
}

/** @param {Matter} matter @param {Part} part @param {Proposal} each @param {string} name */
function who({ agreed, proposals }, part, { answer }, name) {
  const isTalk = agreed || (proposals.client && proposals.therapist);
  if (part === "theirs") return `${name} ${answer ? "proposed" : isTalk ? "suggests a change" : "proposes"}:`;
  if (part === "mine") return `You ${answer ? "proposed" : isTalk ? "suggest a change" : "propose"}:`;
  return part === "beside" ? "You also wrote this, in another place. “Change it” puts both together." : "";
}

/** @param {Part} part @param {Proposal} each @param {string} name */
function stateOf(part, each, name) {
  if (part === "agreed") return agreedOn(each);
  if (each.answer === "not_for_me") return stillWaits(`${part === "mine" ? name : "You"} said: not for me`, each.by);
  if (part === "mine") return waits(each, name);
  return part === "aside" ? stillWaits("Put aside", each.said) : "";
}

/** What a proposal is held against: what is agreed, or what it was suggested in place of. @param {Matter} matter @param {Part} part */
function before({ agreed, proposals }, part) {
  if (part === "agreed" || agreed) return part === "agreed" ? undefined : agreed?.said;
  return Object.values(proposals).find(({ answer }) => answer === "changed")?.said;
}

/** @param {Revision} said */
const content = ({ body: { words, goal, fields } }) => (fields ? { fields } : { words, goal });

/** What it says; of a card that would take the place of another, only what is another. @param {Revision} revision @param {Revision} [earlier] */
function said({ body }, earlier) {
  if (!body.fields) {
    const copy = copyOf("phrase");
    find("p", copy).textContent = body.words;
    return [copy];
  }
  const was = earlier?.body.fields ?? {};
  const asked = findAll(`[data-for=${body.setting}] textarea`).map(({ name }) => name);
  const names = [...new Set([...asked, ...Object.keys(body.fields), ...Object.keys(was)])];
  const news = names.filter((name) => (body.fields[name] ?? "") !== (was[name] ?? ""));
  return [...news.map((name) => line(name, body.fields[name], earlier && was[name], earlier)), ...(earlier ? [copyOf("rest")] : [])];
}

/** @param {string} name @param {string} [text] @param {string} [was] @param {Revision} [earlier] */
function line(name, text, was, earlier) {
  const copy = copyOf("card-line");
  const label = document.querySelector(`label[for="${CSS.escape(name)}"]`)?.textContent ?? name.replaceAll("_", " ");
  find("h3", copy).textContent = earlier ? `${label} (${text ? "changed" : "left out"})` : label;
  find("p", copy).textContent = text || was;
  return copy;
}

/** @param {Journal} journal @param {Revision} revision */
async function forget(journal, { record, kind }) {
  const standing = await journal.record(record);
  return follow(journal, kind, /** @type {Standing} */ (standing), null);
}

customElements.define("one-matter", OneMatter);
