/** A row that is chosen fills from where the finger is, and not always from one end. */

addEventListener("pointerdown", fillFrom, { capture: true });

/** @param {any} event */
function fillFrom({ target, clientX }) {
  const row = target.closest(".row");
  if (!row) return;
  const { left, width } = row.getBoundingClientRect();
  row.style.setProperty("--from", `${Math.round(((clientX - left) / width) * 100)}%`);
}
