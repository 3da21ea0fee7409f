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
    const former = await formerNames(journal);
    const who = former[asked[0]?.said.author ?? ""] ?? name;
    find("ul", this).replaceChildren(...goals.slice(0, MOST).map(line));
    show("goals", goals.length > 0, this);
    find("[data-asked]", this).textContent = asked.length ? `${who} would like your answer` : "Together";
    this.hidden = !goals.length && !asked.length;
  }
}

/** @param {string} words */
function line(words) {
  const copy = copyOf("agreed-goal");
  find("li", copy).textContent = words;
  return copy;
}

customElements.define("agreed-goals", AgreedGoals);
