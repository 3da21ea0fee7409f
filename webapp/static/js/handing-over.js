/** Into the phone's own hands: on an iPhone its sheet for sharing, else the downloads. */

import { isIPhone } from "./installed.js";

/** @param {File} file */
export async function handOver(file) {
  if (isIPhone() && navigator.canShare?.({ files: [file] })) return share(file);
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a slow phone may ask a while before it saves
}

/** Closing the sheet again is no failure. @param {File} file */
const share = (file) => navigator.share({ files: [file] }).catch(() => {});
