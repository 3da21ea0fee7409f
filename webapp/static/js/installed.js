/** Where the app runs. */

/** Whether the app runs from the home screen. */
export const isInstalled = () =>
  matchMedia("(display-mode: standalone)").matches || /** @type {any} */ (navigator).standalone === true;

/** An iPhone or iPad, also one that calls itself a Mac. */
export const isIPhone = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.userAgent.includes("Macintosh") && navigator.maxTouchPoints > 1);

/** Safari on a Mac, which puts the app in the Dock. */
export const isOnAMac = () => /Macintosh.*Version\/.*Safari/.test(navigator.userAgent) && !isIPhone();

/** Firefox on a computer: it has nowhere to put the app. */
export const isNeverInstalled = () => /^(?!.*Android).*Firefox/.test(navigator.userAgent);
