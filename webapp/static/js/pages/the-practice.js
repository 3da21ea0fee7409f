import { meetTherapist, other } from "../account.js";
import { find, findAll, reveal, show } from "../dom.js";
import { openFor } from "../own-page.js";
import { safeLink } from "../safe-link.js";

/** @type {Record<string, (words: string) => string>} */
const WAYS = { phone: (number) => `tel:${number.replace(/[^+\d]/g, "")}`, email: (address) => `mailto:${address}`, web: safeLink };

/** A long address goes on in the next line at a sign of its own, not in the middle of a name. To be heard, it must be in one piece elsewhere. @param {string} words */
const breakable = (words) => words.split(/(?=[@.])/).flatMap((part) => [document.createElement("wbr"), part]);

await openFor(open);

/** @param {import("../journal.js").Journal} journal */
async function open(journal) {
  await draw(journal);
  // What the server says comes when it comes.
  reveal();
  await meetTherapist();
  await draw(journal);
}

/** @param {import("../journal.js").Journal} journal */
async function draw(journal) {
  const their = await other(journal);
  const about = their?.about_practice ?? /** @type {import("../types").AboutPractice} */ ({});
  find("[data-practice]").textContent = their?.practice ?? "";
  find("[data-therapist]").textContent = their?.therapist ? `You see ${their.therapist.name}.` : "";
  show("nothing", !Object.values(about).some(Boolean));
  for (const part of findAll("[data-about]")) fill(part, about[/** @type {"about"} */ (part.dataset.about)]);
  for (const link of findAll("[data-reach]")) lead(link, about[/** @type {"web"} */ (link.dataset.reach)]);
}

/** @param {HTMLElement} part @param {string | null} words */
function fill(part, words) {
  part.hidden = !words;
  find("[data-words]", part).textContent = words ?? "";
}

/** @param {HTMLAnchorElement} link @param {string | null} words */
function lead(link, words) {
  const { verb, reach = "" } = link.dataset;
  link.hidden = !words;
  if (!words) return;
  link.href = WAYS[reach](words);
  link.ariaLabel = `${verb} ${words.replace("https://", "")}`;
  find("span", link).replaceChildren(...breakable(link.ariaLabel));
}
