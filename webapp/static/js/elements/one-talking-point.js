/** One talking point as a thread: what felt off, the words, what became of it; and what can be done. */

/** @import { Standing } from "../types" */
/** @import { Journal } from "../journal.js" */

import { readings } from "../check-ins.js";
import { copyOf, drawState, find, findAll, replaceIn, show, takesFocus } from "../dom.js";
import { formerAt } from "../former.js";
import { follow } from "../records.js";
import { arrived, heading, inWords, isToTalkAbout, story } from "../repairs.js";
import { sendsInBackground } from "../sending.js";
import { isShared } from "../standing.js";
import { asOne, KIND, note, remove, setShared } from "../talking-points.js";
import { once } from "../taps.js";
import { lifted } from "../thumb.js";
import { did, sharing } from "../undo.js";
import { drawVersions } from "../versions.js";
import { hadRead } from "../were-read.js";
import * as words from "../words.js";

class OneTalkingPoint extends HTMLElement {
  record = "";

  /** @param {Journal} journal @param {Standing} standing @param {string} name the therapist's */
  async draw(journal, standing, name) {
    const checkIn = await beganIn(journal, standing);
    const copy = await drawn(journal, standing, checkIn, name);
    this.#listen(copy, journal, standing, name);
    await lifted();
    this.#place(copy, () => this.#ask(journal, standing, checkIn, name), standing);
    const who = find("[data-who-sees]", this);
    hadRead(journal, standing, name).then((had) => who.append(" ", had));
  }

  /** Whoever was at the question in the fold is at it still. @param {DocumentFragment} copy @param {() => void} ask @param {Standing} standing */
  #place(copy, ask, { record }) {
    const isOpen = this.record === record && find("details", this).open;
    const asked = find("put-right :focus", this);
    replaceIn(this, copy);
    this.record = record;
    ask();
    find("details", this).open = isOpen;
    if (isOpen && asked) [...findAll(`put-right [data-answer="${asked.dataset.answer}"]`, this), ...findAll("put-right h3", this)].some(takesFocus);
  }

  /** @param {Journal} journal @param {Standing} standing @param {Standing | undefined} checkIn @param {string} name */
  #ask(journal, standing, checkIn, name) {
    const putRight = find("put-right", this);
    putRight.ask(journal, { id: "", after: 0, point: standing, checkIn }, name);
    show("words", false, putRight); // they stand above
  }

  /** @param {ParentNode} copy @param {Journal} journal @param {Standing} standing @param {string} name */
  #listen(copy, journal, standing, name) {
    const shared = !isShared(standing.heads);
    const join = () => follow(journal, KIND, standing, asOne(standing.heads));
    once("[data-share]", () => setShared(journal, standing, shared).then(() => did(this, sharing(shared, name))), copy, "share");
    once("[data-join]", () => join().then((undo) => did(this, "It is one now.", undo)), copy);
    once("[data-keep-it]", () => join().then(() => did(this, "It is kept.")), copy);
    once("[data-reopen]", () => note(journal, { id: "", after: 0, point: standing }, "not_yet").then(() => did(this, "It is on your list again.")), copy);
    once("[data-remove]", () => remove(journal, standing).then((undo) => did(this, words.deleted(standing, name), undo)), copy);
  }
}

/** All that is said of it. @param {Journal} journal @param {Standing} standing @param {Standing | undefined} checkIn @param {string} name */
async function drawn(journal, standing, checkIn, name) {
  const { current, heads, state } = standing;
  const copy = copyOf("one");
  const nameAt = await formerAt(journal);
  find("[data-title]", copy).textContent = heading(standing, nameAt(current.received_at) ?? name);
  find("[data-versions]", copy).replaceChildren(...heads.map(({ body }) => phrase(body.words)));
  drawState(find("[data-state]", copy), state, words.state(state, await sendsInBackground()));
  find("[data-who-sees]", copy).textContent = words.whoSees(standing, name);
  find("[data-thread]", copy).replaceChildren(...(checkIn ? [began(checkIn)] : []), ...(await steps(journal, standing, name)));
  show("closed", !isToTalkAbout(standing), copy);
  show("open", isToTalkAbout(standing) && heads.length === 1, copy);
  drawVersions(copy, standing, asOne(heads).words, name);
  for (const link of findAll("[data-change]", copy)) link.href = `/say-it#change-${standing.record}`;
  return copy;
}

/** The check-in in which it began, if that stands. @param {Journal} journal @param {Standing} standing */
async function beganIn(journal, { current: { body } }) {
  const about = body.check_in ? await journal.record(body.check_in) : undefined;
  return about?.deleted ? undefined : about;
}

/** @param {Journal} journal @param {Standing} standing @param {string} name */
async function steps(journal, { record }, name) {
  const [reading, nameAt] = [(await readings(journal)).get(record), await formerAt(journal)];
  const all = [...story((await journal.versions(record)).reverse()), ...(reading ? [{ what: "read", ...reading }] : [])];
  all.sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || 0);
  return all.map(({ what, at, seq, came, by }) => step(inWords(arrived(what, seq !== null), by ?? nameAt(came) ?? name), words.day(at)));
}

/** @param {Standing} checkIn */
function began({ record, current }) {
  const { happened_at, felt_off } = current.body;
  const link = Object.assign(document.createElement("a"), { className: "alone", href: `/check-ins#${record}`, textContent: felt_off ? "Something felt off" : "A check-in" });
  return step(link, words.day(happened_at));
}

/** @param {string | Node} what @param {string} day */
function step(what, day) {
  const copy = copyOf("step");
  find("strong", copy).append(what);
  find("span", copy).textContent = day;
  return copy;
}

/** @param {string} text */
const phrase = (text) => Object.assign(document.createElement("p"), { className: "phrase", textContent: text });

customElements.define("one-talking-point", OneTalkingPoint);
