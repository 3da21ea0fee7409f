/** What must be known before anything is drawn: whether somebody left in a hurry, the look, how large
 * the text is, and whether somebody is settled here. Where a browser has cookies blocked, all of that
 * is shut too, and asking for it fails. The scripts of a page that the phone keeps come once it was
 * seen: a phone that starts is slow, and they would hold it up. */
const { documentElement: page } = document;
const [{ type: how } = {}] = /** @type {any[]} */ (performance.getEntriesByType("navigation")); // some browsers tell nothing
const isAway = location.pathname === "/away";

const isShut = keepsNothing();

if (isShut) page.dataset.shut = "";
else recall();

function keepsNothing() {
  try {
    return !localStorage || !sessionStorage;
  } catch {
    return true;
  }
}

function recall() {
  if (sessionStorage.getItem("left") && (how === "back_forward" || how === "reload") && !isAway) {
    location.replace("/away");
  } else if (!isAway) {
    sessionStorage.removeItem("left");
  }
  page.dataset.look = localStorage.getItem("look") ?? "";
  page.dataset.text = localStorage.getItem("text") ?? "";
  if (localStorage.getItem("somebody")) {
    page.dataset.somebody = page.dataset.filling = "";
    setTimeout(() => delete page.dataset.filling, 5000); // something is better than nothing
  }
}

/** To the page itself. Its address stays: what stands behind its “#” says what is shown, or is an invitation. */
addEventListener("click", (event) => /** @type {Element} */ (event.target).closest(".skip") && skip(event));

function skip(/** @type {Event} */ event) {
  event.preventDefault();
  document.querySelector("main")?.focus();
}

/** In bright sun nobody waits for scripts: the first tap counts. */
addEventListener("click", ({ target }) => /** @type {Element} */ (target).closest("[data-bright]") && toggleBright());

function toggleBright() {
  page.dataset.look = page.dataset.look === "bright" ? "" : "bright";
  markBright();
  if (!isShut) localStorage.setItem("look", page.dataset.look);
}

function markBright() {
  document.querySelector("[data-bright]")?.setAttribute("aria-pressed", String(page.dataset.look === "bright"));
}

addEventListener("DOMContentLoaded", () => {
  markBright();
  if (isShut) return tellWhy();
  const later = /** @type {HTMLTemplateElement | null} */ (document.querySelector("#scripts"));
  const begin = () => later && document.head.append(later.content);
  setTimeout(begin, 200); // where nobody looks, or no paint is told of
  new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
});

/** No script of ours could go on here. */
function tellWhy() {
  for (const part of document.querySelectorAll('[data-when="no-cookies"]')) part.removeAttribute("hidden");
}
