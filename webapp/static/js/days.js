/** Days and hours on the phone's own clock, as a date field has them and in words. The browser knows
 * all of it too (Intl), but when it is first asked it takes a slow phone as long as drawing a page. */

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAY_MS = 24 * 3_600_000;

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/** @param {Date} at */
export const weekday = (at) => WEEKDAYS[at.getDay()];

/** "March" @param {Date} at */
export const month = (at) => MONTHS[at.getMonth()];

/** "14:05" @param {Date} at */
export const clock = (at) => `${two(at.getHours())}:${two(at.getMinutes())}`;

/** "14:05", where they have this zone; "Wednesday, 14:05" where it is another day there. @param {Date} at @param {string} zone */
export function clockIn(at, zone) {
  try {
    return zone === zoneHere() ? clock(at) : elsewhere(at, zone);
  } catch {
    return clock(at); // a zone that is younger than this browser: its name comes to old phones late, if ever
  }
}

/** @param {Date} at @param {string} timeZone */
function elsewhere(at, timeZone) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "long", hour: "2-digit", minute: "2-digit" }).formatToParts(at);
  const { weekday: day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${day === weekday(at) ? "" : `${day}, `}${hour}:${minute}`;
}

/** The phone's own zone: looked up once a day, and whenever the phone's clock is another one since. */
export function zoneHere() {
  const now = `${localDay(new Date())} ${offsets()}`;
  const noted = globalThis.localStorage?.getItem("zone") ?? "";
  if (noted.endsWith(now)) return noted.split(" ")[0];
  const { timeZone = "UTC" } = Intl.DateTimeFormat().resolvedOptions(); // some browsers know no name for where they are
  try {
    globalThis.localStorage?.setItem("zone", `${timeZone} ${now}`);
  } catch {
    // A check-in is being kept, perhaps, and must not be lost for want of a note.
  }
  return timeZone;
}

/** How far from UTC it is here, in winter and in summer. */
const offsets = () => [0, 6].map((month) => new Date(new Date().getFullYear(), month).getTimezoneOffset());

/** The day of an instant where the phone is, as a date field has it. @param {string | Date} instant */
export function localDay(instant) {
  const date = new Date(instant);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join("-");
}

/** How many days later the other one is, on the calendar here. @param {string | Date} one @param {string | Date} other */
export const daysBetween = (one, other) => (Date.parse(localDay(other)) - Date.parse(localDay(one))) / DAY_MS;

/** The same time of day on another day. @param {string} instant @param {string} day */
export function onDay(instant, day) {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || localDay(instant) === day) return instant;
  const [year, month, date] = day.split("-").map(Number);
  const moved = new Date(instant);
  moved.setFullYear(year, month - 1, date);
  return moved.toISOString();
}
