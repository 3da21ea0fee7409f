import { meetTherapist, other } from "../account.js";
import { find, findAll, show } from "../dom.js";
import { openFor } from "../own-page.js";
import { reveal } from "../page.js";
import { safeLink } from "../safe-link.js";

/** @type {Record<string, (words: string) => string>} */
const WAYS = { phone: (number) => `tel:${number.replace(/[^+\d]/g, "")}`, email: (address) => `mailto:${address}`, web: safeLink };

await openFor(open);

/** @param {import("../journal.js").Journal} journal */
async function open(journal) {
  await draw(journal);
  reveal(); // what the server says comes when it comes
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
  Object.assign(link, { hidden: !words, textContent: `${verb} ${words?.replace("https://", "")}`, href: words ? WAYS[reach](words) : "" });
}
