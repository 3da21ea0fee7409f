/** Days and hours on Bea's phone, which travels with her. */

import assert from "node:assert/strict";
import test from "node:test";

import { clock, clockIn, localDay, month, onDay, weekday, zoneHere } from "../../webapp/static/js/days.js";

const { env } = /** @type {any} */ (globalThis).process;
const LATE = "2026-06-30T23:05:00Z";

/** What the phone keeps beside her words. @type {Map<string, string>} */
const notes = new Map();
/** @type {any} */ (globalThis).localStorage = {
  getItem: (/** @type {string} */ name) => notes.get(name) ?? null,
  setItem: (/** @type {string} */ name, /** @type {string} */ value) => notes.set(name, value),
};

/** @param {string} zone */
function travel(zone) {
  env.TZ = zone;
}

test("a moment is on the day that it is where she is", () => {
  travel("Europe/London");
  assert.deepEqual([weekday, month, clock].map((say) => say(new Date(LATE))), ["Wednesday", "July", "00:05"]);
  travel("America/New_York");
  assert.deepEqual([weekday, month, clock].map((say) => say(new Date(LATE))), ["Tuesday", "June", "19:05"]);
  assert.deepEqual([localDay(LATE), onDay(LATE, "2026-07-02")], ["2026-06-30", "2026-07-02T23:05:00.000Z"]);
});

test("the words are those of the browser", () => {
  travel("Europe/London");
  for (let day = 0; day < 366; day += 1) {
    const at = new Date(2026, 0, 1 + day, day % 24, day % 60);
    assert.equal(`${weekday(at)} ${at.getDate()} ${month(at)}`, at.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" }).replace(",", ""));
    assert.equal(clock(at), at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }));
  }
});

test("elsewhere the clock is another", () => {
  travel("Europe/London");
  assert.deepEqual(["Europe/London", "America/New_York"].map((zone) => clockIn(new Date(LATE), zone)), ["00:05", "Tuesday, 19:05"]);
});

test("where it is another day as well, that is said with the hour", () => {
  travel("Australia/Sydney");
  const evening = new Date("2026-11-25T21:00:00Z");
  assert.deepEqual([weekday(evening), clock(evening), clockIn(evening, "Europe/London")], ["Thursday", "08:00", "Wednesday, 21:00"]);
  assert.equal(clockIn(new Date("2026-11-25T00:00:00Z"), "Europe/London"), "00:00");
  travel("Pacific/Kiritimati");
  assert.equal(clockIn(evening, "Pacific/Honolulu"), "Wednesday, 11:00", "the same hour");
});

test("a zone that is younger than her phone stops nothing: it is told by her own clock", () => {
  travel("Europe/London");
  assert.equal(clockIn(new Date(LATE), "Europe/Younger"), "00:05");
});

test("the phone knows its zone for a day, and looks again where its clock is another", () => {
  travel("Europe/London");
  assert.equal(zoneHere(), "Europe/London");
  travel("Europe/Lisbon");
  assert.equal(zoneHere(), "Europe/London", "the same clock");
  travel("Asia/Tokyo");
  assert.equal(zoneHere(), "Asia/Tokyo");
  travel("Europe/Lisbon");
  assert.equal(zoneHere(), "Europe/Lisbon");
});

test("a phone that knows no name for where it is says one that the server takes", () => {
  travel("XYZ-3");
  assert.match(zoneHere(), /^[\w+/:-]+$/);
});

test("the next day it looks again", () => {
  travel("Europe/London");
  zoneHere();
  travel("Europe/Lisbon");
  notes.set("zone", /** @type {string} */ (notes.get("zone")).replace(/\d{4}-\d\d-\d\d/, "2026-01-01"));
  assert.equal(zoneHere(), "Europe/Lisbon");
});

test("a phone that has no room for a note says its zone all the same", () => {
  travel("Europe/London");
  notes.clear();
  const { setItem } = globalThis.localStorage;
  globalThis.localStorage.setItem = () => {
    throw new Error("full");
  };
  assert.equal(zoneHere(), "Europe/London");
  globalThis.localStorage.setItem = setItem;
});
