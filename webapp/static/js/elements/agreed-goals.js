/** On Today: what both work towards, and whether something waits for an answer. */

import { waitsFor } from "../agreements.js";
import { copyOf, find, show } from "../dom.js";
import { formerNames } from "../former.js";
import { standing } from "../together.js";

const MOST = 3;

class AgreedGoals extends HTMLElement {
  /** @param {import("../journal.js").Journal} journal @param {string} name the therapist's */
  async draw(journal, name) {
    const matters = await standing(journal);
    const goals = matters.flatMap(({ kind, agreed }) => (kind === "goal" && agreed ? [agreed.said.body.words] : []));
    const asked = matters.flatMap((matter) => waitsFor(matter, "client") ?? []);
    find("ul", this).replaceChildren(...goals.slice(0, MOST).map(line));
    show("goals", goals.length > 0, this);
    find("[data-asked]", this).textContent = title(asked[0], name, await formerNames(journal));
    this.hidden = !goals.length && !asked.length;
  }
}

/** Whoever handed them over is not waiting any more; what was proposed is. @param {import("../types").Proposal | undefined} asked @param {string} name @param {Record<string, string>} former */
function title(asked, name, former) {
  if (!asked) return "Together";
  return asked.said.author in former ? "Something waits for your answer" : `${name} would like your answer`;
}

/** @param {string} words */
function line(words) {
  const copy = copyOf("agreed-goal");
  find("li", copy).textContent = words;
  return copy;
}

customElements.define("agreed-goals", AgreedGoals);
