/** Pure: days on the phone's own calendar, as a date field has them. */

/** The day of an instant where the phone is, as a date field has it. @param {string} instant */
export function localDay(instant) {
  const date = new Date(instant);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

/** The same time of day on another day. @param {string} instant @param {string} day */
export function onDay(instant, day) {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || localDay(instant) === day) return instant;
  const [year, month, date] = day.split("-").map(Number);
  const moved = new Date(instant);
  moved.setFullYear(year, month - 1, date);
  return moved.toISOString();
}
