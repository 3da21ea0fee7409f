/** Pure: how long to wait before trying again. */

const SHORTEST_S = 2;
const LONGEST_S = 300;
const LONGEST_ASKED_S = 24 * 3600;
const SPREAD_LEAST_S = 3;

/**
 * Full jitter: anything up to 2 s, doubling with each failure, at most 5 minutes; there is no end.
 * @param {number} failures in a row, at least one @param {() => number} random
 */
export const pause = (failures, random = Math.random) =>
  random() * Math.min(LONGEST_S, SHORTEST_S * 2 ** Math.min(failures - 1, 12));

/**
 * A wait that the server asked for, and up to half as much again: a thousand phones that were told
 * the same must not come back in the same second.
 * @param {number} seconds @param {() => number} random
 */
export const spread = (seconds, random = Math.random) =>
  seconds + random() * Math.min(LONGEST_S, Math.max(SPREAD_LEAST_S, seconds / 2));

/**
 * The seconds still to wait of a wait that the server asked for, perhaps before a restart.
 * A clock that was put back ends it: better to ask once too often than never again.
 * @param {{ since: number, seconds: number } | undefined} asked @param {number} now in ms
 */
export function stillToWait(asked, now) {
  if (!asked || now < asked.since) return 0;
  const until = asked.since + Math.min(asked.seconds, LONGEST_ASKED_S) * 1000;
  return Math.max(0, (until - now) / 1000);
}
