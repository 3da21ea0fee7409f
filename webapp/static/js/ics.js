/** Pure: one session as a file for a calendar, made on the phone. It says when, and nothing else. */

/** @import { Standing } from "./types" */

import { end } from "./appointments.js";

const BEFORE = ["P1D", "PT1H"];

/** The lines are as in the calendar's own address (appointments/feed.py), so that neither makes a second entry. @param {Pick<Standing, "record" | "current">} standing */
export function calendar({ record, current: { body, seq, received_at, written_at } }) {
  const event = [
    `UID:${record}`,
    `DTSTAMP:${stamp(received_at ?? written_at)}`,
    `DTSTART:${stamp(body.starts_at)}`,
    `DTEND:${stamp(end(body))}`,
    `SEQUENCE:${seq ?? 0}`,
    "SUMMARY:Appointment",
    "CLASS:PRIVATE",
    `STATUS:${body.state === "cancelled" ? "CANCELLED" : "CONFIRMED"}`,
    ...BEFORE.flatMap((time) => ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Appointment", `TRIGGER:-${time}`, "END:VALARM"]),
  ];
  const lines = ["BEGIN:VCALENDAR", "PRODID:-//Footing//EN", "VERSION:2.0", "BEGIN:VEVENT", ...event, "END:VEVENT", "END:VCALENDAR"];
  return lines.map((line) => `${line}\r\n`).join("");
}

/** Its name says nothing either. @param {Pick<Standing, "record" | "current">} standing */
export const file = (standing) => new File([calendar(standing)], "appointment.ics", { type: "text/calendar" });

/** In UTC, without signs in between. @param {string | number} moment */
const stamp = (moment) => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, "");
