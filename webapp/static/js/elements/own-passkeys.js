/** What signs somebody in, and where they are signed in: names, adding, removing, ending. */

import { openedBy, turnOff } from "../app-key.js";
import { isSure, tried } from "../deeds.js";
import { copyOf, find, findAll, on, replaceIn } from "../dom.js";
import * as keeping from "../keeping.js";
import { oneAtATime } from "../passkeys.js";
import * as words from "../words.js";

class OwnPasskeys extends HTMLElement {
  connectedCallback() {
    on("[data-add]", oneAtATime(() => this.#try(keeping.addPasskey, "It is added.")), this);
  }

  /** Fulfils with the code of a refusal, or "". */
  async draw() {
    const { refused, all } = await keeping.signedInWith();
    if (refused) return refused;
    replaceIn(find("[data-passkeys]", this), ...all.passkeys.map((/** @type {any} */ own) => this.#passkey(own)));
    replaceIn(find("[data-logins]", this), ...all.logins.map((/** @type {any} */ own) => this.#login(own)));
    return "";
  }

  /** @param {any} own */
  #passkey({ id, credential, label, maker, created_at, last_used_at, signed_in_here }) {
    const copy = copyOf("passkey");
    copy.firstElementChild?.setAttribute("data-item", id);
    const title = label ?? maker ?? "A passkey";
    find("[data-title]", copy).textContent = title;
    const here = signed_in_here ? "You signed in here with it. " : "";
    find("[data-about]", copy).textContent = `${here}Made on ${words.day(created_at)}, last used ${words.when(last_used_at)}.`;
    const naming = find("[data-naming]", copy);
    const input = find("input", copy);
    on("[data-rename]", () => ((naming.hidden = false), input.focus()), copy);
    naming.addEventListener("submit", oneAtATime(() => this.#name(id, input.value.trim())));
    on("[data-remove]", oneAtATime(() => this.#remove(id, title, credential)), copy);
    sayOfWhich(copy, id);
    return copy;
  }

  /** @param {any} own */
  #login({ id, created_at, last_seen_at, here }) {
    const copy = copyOf("login");
    copy.firstElementChild?.setAttribute("data-item", id);
    find("[data-title]", copy).textContent = here ? this.dataset.here : "Another browser";
    find("[data-about]", copy).textContent = `Since ${words.day(created_at)}, last used ${words.when(last_seen_at)}.`;
    find("[data-end]", copy).hidden = here;
    on("[data-end]", oneAtATime(() => this.#try(() => keeping.endLogin(id), "It is signed out there.")), copy);
    sayOfWhich(copy, id);
    return copy;
  }

  /** @param {string} id @param {string} name */
  async #name(id, name) {
    if (name) await this.#try(() => keeping.namePasskey(id, name), "Saved.");
  }

  /** @param {string} id @param {string} title @param {string} credential */
  async #remove(id, title, credential) {
    const opens = await openedBy(credential);
    const lock = opens ? " It opens Footing’s own lock on this phone, so that lock ends with it." : "";
    const sure = await isSure("Remove this passkey?", `“${title}” will not sign you in any more, and whatever it signed in is signed out.${lock}`, "Remove it");
    if (sure) await this.#try(() => removed(id, opens), opens ? "It is removed. Footing does not lock itself any more." : "It is removed.");
  }

  /** @param {() => Promise<string>} work @param {string} done */
  async #try(work, done) {
    if (await tried(work, done)) await this.draw();
  }
}

/** Several sound alike where each is read aloud by itself. @param {DocumentFragment} copy @param {string} id */
function sayOfWhich(copy, id) {
  const about = ["title", "about"].map((part) => (find(`[data-${part}]`, copy).id = `${part}-${id}`));
  for (const button of findAll("button[data-rename], [data-remove], [data-end]", copy)) button.setAttribute("aria-describedby", about.join(" "));
}

/** Remove it, and the lock that nothing else would open. Fulfils with the code of a refusal, or "". @param {string} id @param {string | null} locks the account that it opens here */
async function removed(id, locks) {
  const refused = await keeping.removePasskey(id);
  if (!refused && locks) await turnOff(locks);
  return refused;
}

customElements.define("own-passkeys", OwnPasskeys);
