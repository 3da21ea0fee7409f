/** Pure: an address that somebody typed, as a link may have it: a page on the web, and no script. */

/** "" for everything else. @param {string} address */
export const safeLink = (address) => (/^https:\/\/\S+$/i.test(address) ? address : "");
