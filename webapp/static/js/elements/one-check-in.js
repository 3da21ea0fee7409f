/** One check-in as it stands: every version that was kept of it, and what can be done with them. */

/** @import { Revision, Standing } from "../types" */
/** @import { Journal } from "../journal.js" */

import { about } from "../appointments.js";
import { keepAsOne, keepOnly, readings, remove, setShared } from "../check-ins.js";
import { answerIn, copyOf, drawState, find, findAll, on, replaceIn, show } from "../dom.js";
import { drawn, folded } from "../in-words.js";
import { wayToSay } from "../repairs.js";
import { asOne } from "../said.js";
import { sendsInBackground } from "../sending.js";
import { isShared } from "../standing.js";
import { once, orSaid } from "../taps.js";
import { lifted } from "../thumb.js";
import { did, sharing } from "../undo.js";
import { drawVersions } from "../versions.js";
import { hadRead } from "../were-read.js";
import * as words from "../words.js";

class OneCheckIn extends HTMLElement {
  /** @param {Journal} journal @param {Standing} standing @param {string} name the therapist's @param {Standing[]} points that there are to talk about */
  async draw(journal, standing, name, points) {
    const { current, heads, state } = standing;
    const copy = copyOf("one");
    find("[data-day]", copy).textContent = words.day(current.body.happened_at);
    const session = current.body.appointment && (await journal.record(current.body.appointment));
    find("[data-session]", copy).textContent = about(current.body, session?.current.body);
    drawState(find("[data-state]", copy), state, words.state(state, await sendsInBackground()));
    find("[data-who-sees]", copy).textContent = await seen(journal, standing, name);
    find("[data-versions]", copy).replaceChildren(...heads.map((head, at) => this.#version(journal, standing, head, at, name)));
    show("single", heads.length === 1, copy);
    show("off", current.body.felt_off, copy);
    Object.assign(find("[data-way]", copy), wayToSay(points, standing.record));
    find("[data-felt-off]", copy).after(find("[data-when=off]", copy)); // of the newest version, which is the first
    for (const link of findAll("[data-change]", copy)) link.href = `/check-in#${standing.record}`;
    drawVersions(copy, standing, asOne(heads).words, name);
    this.#listen(copy, journal, standing, name);
    await lifted();
    const who = find("[data-who-sees]", copy);
    replaceIn(this, copy);
    hadRead(journal, standing, name).then((had) => who.append(" ", had));
  }

  /** @param {ParentNode} copy @param {Journal} journal @param {Standing} standing @param {string} name */
  #listen(copy, journal, standing, name) {
    const shared = !isShared(standing.heads);
    const join = () => keepAsOne(journal, standing);
    once("[data-share]", () => setShared(journal, standing, shared).then(() => did(this, sharing(shared, name))), copy, "share");
    once("[data-join]", () => join().then((undo) => did(this, "It is one now.", undo)), copy);
    once("[data-keep-it]", () => join().then(() => did(this, "It is kept.")), copy);
    on("[data-remove]", orSaid(() => this.#askToRemove(journal, standing, name)), copy);
  }

  /** @param {Journal} journal @param {Standing} standing @param {Revision} head @param {number} at @param {string} name */
  #version(journal, standing, head, at, name) {
    if (standing.heads.length === 1) return drawn(head);
    const copy = folded(head);
    const title = `Version ${at + 1} of ${standing.heads.length}`;
    const only = () => keepOnly(journal, standing, head);
    find("section", copy).dataset.item = head.entry;
    find("section", copy).prepend(titled(title, head, name));
    find("section", copy).append(copyOf("only"));
    find("[data-only]", copy).ariaLabel = `Keep only this one, ${title}`;
    once("[data-only]", () => only().then((undo) => did(this, "Only this one is kept now.", undo)), copy);
    return copy;
  }

  /** @param {Journal} journal @param {Standing} standing @param {string} name */
  async #askToRemove(journal, standing, name) {
    find("[data-delete-words]").textContent = words.beforeDeleting(standing, name);
    if ((await answerIn(find("[data-delete]"))) === "delete") did(this, words.deleted(standing, name), await remove(journal, standing));
  }
}

/** Who can see it, and when it was read. @param {Journal} journal @param {Standing} standing @param {string} name */
async function seen(journal, standing, name) {
  const reading = (await readings(journal)).get(standing.record);
  const who = words.whoSees(standing, name);
  if (!reading) return who;
  const isThis = standing.heads.every(({ seq }) => seq !== null && seq < reading.seq);
  return `${who} ${reading.by ?? name} read ${isThis ? "it" : "an earlier version"} on ${words.day(reading.at)}.`;
}

/** @param {string} title @param {Revision} head @param {string} name */
function titled(title, head, name) {
  const copy = copyOf("title");
  find("[data-title]", copy).textContent = title;
  const said = head.state === "received" ? "" : ` ${words.state(head.state)}`;
  const who = head.body.shared ? `Shared with ${name}.` : "Only for you.";
  find("[data-written]", copy).textContent = `Written on ${words.day(head.written_at)}, ${words.time(head.written_at)}. ${who}${said}`;
  return copy;
}

customElements.define("one-check-in", OneCheckIn);
