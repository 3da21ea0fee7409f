/** Pure: when Today offers the questions to oneself. Offered, not pushed: on one day, and a month of quiet. */

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;
const ENOUGH = 3; // check-ins, before there is anything to look back on

/**
 * @param {number} checkIns how many there are @param {string | undefined} last when somebody last reflected
 * @param {string | null} offered when it was last offered @param {Date} now
 */
export function isOffered(checkIns, last, offered, now = new Date()) {
  if (checkIns < ENOUGH || (last && isRecent(last, now))) return false;
  return !offered || !isRecent(offered, now) || new Date(offered).toDateString() === now.toDateString();
}

/** A clock that was wrong, and is in the future, counts for nothing. @param {string} at @param {Date} now */
function isRecent(at, now) {
  const ago = now.getTime() - Date.parse(at);
  return ago >= 0 && ago < MONTH_MS;
}
