/** Into the phone's own hands: on an iPhone its sheet for sharing, else the downloads. */

import { isIPhone } from "./installed.js";

/** Says whether it was handed over: a sheet can be closed again. @param {File} file */
export async function handOver(file) {
  const end = isIPhone() && navigator.canShare?.({ files: [file] }) ? await shared(file) : "impossible";
  if (end === "impossible") download(file);
  return end !== "closed";
}

/** @param {File} file */
function download(file) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a slow phone may ask a while before it saves
}

/** The sheet opens only soon after a tap, and asking for a passkey may have taken longer. @param {File} file */
const shared = (file) => navigator.share({ files: [file] }).then(() => "done", ({ name }) => (name === "AbortError" ? "closed" : "impossible"));
