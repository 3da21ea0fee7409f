/** What Bea reads of how it develops: the same as the pictures show. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { bySetting, followed, moments, ofPath, ofStool, row, settings, tenth } from "../../webapp/static/js/development.js";

/** @import { Standing } from "../../webapp/static/js/types" */

const { words: reasons } = JSON.parse(readFileSync(new URL("../alliance/vectors.json", import.meta.url), "utf8"));
const words = {
  ...reasons,
  labels: { online: "Online", in_person: "In person", walk_and_talk: "Walk and talk" },
  settings: { online: "on a call", in_person: "in person", walk_and_talk: "on a walk" },
  short: { bond: "The bond is short.", goals: "Goals are short.", tasks: "The way is short." },
  open: { bond: "No bond.", goals: "No goals.", tasks: "No way." },
  say: { bond: "Say the bond.", goals: "Say the goals.", tasks: "Say the way." },
};
const GOOD = { safety: 4, respect: 4, openness: 4, goals: 4, tasks: 4, feedback: 4, setting_fit: 3 };
const LOW = { ...GOOD, safety: 2, respect: 2, openness: 2, goals: 3, tasks: 2, feedback: 2 };

/** A record as it stands on Bea's phone. @param {number} at @param {any} body @returns {Standing} */
const standing = (at, body) => /** @type {any} */ ({ record: `record ${at}`, first: at + 1, deleted: false, current: { body, seq: at + 1 } });

/** Check-ins a week apart. @param {any[]} all @returns {Standing[]} */
const weeks = (...all) =>
  all.map((said, at) => {
    const day = new Date(Date.UTC(2024, 0, 3 + 7 * at, 17)).toISOString();
    return standing(at, { ratings: GOOD, felt_off: false, setting: "walk_and_talk", happened_at: day, ...said });
  });

/** @param {number} first @param {string} state */
const word = (first, state, record = "record 3") => [standing(first, { check_in: record, state })];

/** @param {Standing[]} checkIns @param {Standing[]} [points] */
function told(checkIns, points = []) {
  const all = followed(checkIns, points);
  return { ...all, stool: ofStool(all.sessions, words), path: ofPath(all.sessions, words), moments: moments(all.sessions, all, words) };
}

test("after the first session she has just started", () => {
  const { stool, path } = told(weeks({}));
  assert.deepEqual(stool, { rings: "Just started: one check-in, one ring.", stands: ["All three legs stand."], say: "" });
  assert.deepEqual(path, ["1 check-in, on 3 January 2024: 1 on a walk."]);
});

test("two check-ins of one day are on that day", () => {
  const { path } = told(weeks({}, { happened_at: "2024-01-03T12:00:00Z" }));
  assert.deepEqual(path, ["2 check-ins, on 3 January 2024: 2 on a walk."]);
});

test("a check-in that she wrote later about an earlier day does not turn the path round", () => {
  const { path } = told(weeks({}, {}, { happened_at: "2024-01-02T17:00:00Z" }));
  assert.equal(path[0], "3 check-ins, from 2 January 2024 to 10 January 2024: 3 on a walk.");
});

test("a leg that is lower than usual is named first, with one way to say it", () => {
  const { stool } = told(weeks({}, {}, {}, { ratings: { ...GOOD, goals: 2 } }));
  assert.deepEqual(stool.stands, ["Goals are short."]);
  assert.equal(stool.say, "Say the goals.");
});

test("a leg that nothing was answered about is named, and is not lower", () => {
  const { stool } = told(weeks({}, {}, {}, { ratings: { safety: 4, respect: 4, tasks: 4 } }));
  assert.deepEqual(stool, { rings: "4 check-ins, a ring for each. The newest is on the outside.", stands: ["No goals."], say: "" });
});

test("a deleted check-in is in no picture", () => {
  const [first, second] = weeks({}, {});
  assert.equal(followed([first, { ...second, deleted: true }], []).sessions.length, 1);
});

test("a dip opens its reason and its story, and its repair the other end of it", () => {
  const { moments, path } = told(weeks({}, {}, {}, { ratings: LOW, setting: "online" }, {}));
  assert.deepEqual(moments.map(({ is, title }) => [is, title]), [["Put right", "31 January 2024, on a walk"], ["Lower than usual", "24 January 2024, on a call"]]);
  assert.deepEqual(moments[0].lines, ["Back to how it was before 24 January 2024."]);
  assert.deepEqual(moments[1].lines, ["Being just as you are was a good deal lower than the time before.", "Your answers were back to how they were on 31 January 2024."]);
  assert.equal(moments[1].numbers.trim(), "All answers together: 5.4 of 10. The time before: 10.0.");
  assert.deepEqual(path.slice(1), ["1 open stone in a hollow: lower than usual for you, or you said so.", "1 stone with another on top: back to how it was."]);
});

test("a strain that is open says so, and one that she put right by her word says that", () => {
  const checkIns = weeks({}, {}, {}, { ratings: LOW }, { ratings: LOW });
  const story = (/** @type {Standing[]} */ points) => told(checkIns, points).moments.at(-1)?.lines.at(-1);
  assert.equal(story([]), "It is still open. You can bring it up whenever you like.");
  assert.equal(story(word(5, "better")), "It is still open. You can bring it up whenever you like.");
  assert.equal(story(word(5, "put_right")), "You said that it is put right.");
});

test("a strain that is open leads to help to say it, or to what she said, and a closed one to neither", () => {
  const checkIns = weeks({}, {}, {}, { ratings: LOW }, { ratings: LOW });
  const way = (/** @type {Standing[]} */ points) => told(checkIns, points).moments.at(-1)?.way?.href;
  assert.equal(way([]), "/say-it#record 3");
  assert.equal(way(word(5, "open")), "/talking-points#record 5");
  assert.equal(way(word(5, "put_right")), undefined);
});

test("her word counts from when she gave it", () => {
  const { development } = told(weeks({}, {}, {}, { ratings: LOW }, { ratings: LOW }), word(3.5, "put_right"));
  assert.deepEqual([development.strains[0].ended, development.strains[0].closed], ["mended", 4]);
});

test("what she said herself waits for her word, even when the answers are back", () => {
  const { moments } = told(weeks({}, {}, { felt_off: true }, {}));
  assert.equal(moments[0].is, "Something felt off");
  assert.deepEqual(moments[0].lines, ["You said that something felt off.", "Whether it is put right, only you can say."]);
});

test("a low answer is called one, and not lower than usual", () => {
  assert.equal(told(weeks({ ratings: { ...GOOD, goals: 1 } })).moments[0].is, "A low answer");
});

test("after a month without a check-in the path is dotted, and says so", () => {
  const [first, second, third] = weeks({}, {}, { happened_at: "2024-03-20T17:00:00Z" });
  const { sessions, path } = told([first, second, third]);
  assert.deepEqual(sessions.map(({ pause }) => pause), [false, false, true]);
  assert.equal(path.at(-1), "Where the path is dotted, there was a longer pause.");
});

test("a pause is counted in days of the calendar, as on her therapist's page", () => {
  const paused = (/** @type {string} */ happened_at) => told(weeks({}, { happened_at })).sessions[1].pause; // the first on 3 January, at 17:00
  assert.deepEqual(["2024-02-01T21:00:00Z", "2024-02-02T09:00:00Z"].map(paused), [false, true]);
});

test("each setting is told in her own answers, and apart from the others", () => {
  const { sessions } = told(weeks({}, { setting: "online", ratings: { ...GOOD, setting_fit: 2 } }, {}, { setting: "online", ratings: {} }));
  assert.deepEqual(Object.keys(bySetting(sessions)), ["walk_and_talk", "online"]);
  assert.deepEqual(settings(sessions, words).map((line) => line.replace(/“.*”/, "…")), [
    "Walk and talk: 2 check-ins. Did it work for you? On the whole: ….", "Online: 2 check-ins. Did it work for you? On the whole: ….",
  ]);
});

test("the table says what the path shows", () => {
  const { sessions } = told(weeks({}, { ratings: { safety: 1 } }));
  assert.deepEqual(sessions.map((session) => row(session, words)), [
    ["3 Jan 24", "Walk and talk", "10.0", "10.0", "10.0"],
    ["10 Jan 24", "Walk and talk, a low answer", "2.5", "–", "–"],
  ]);
});

test("who skips everything has a ring and a stone all the same", () => {
  const { sessions, stool, moments } = told(weeks({ ratings: {} }));
  assert.deepEqual([sessions[0].score, stool.stands, moments], [null, ["No bond.", "No goals.", "No way."], []]);
});

test("a figure between two tenths is the higher one, on Ada's page too", () => {
  assert.deepEqual([1.25, 6.25, 8.75, 10, null].map(tenth), ["1.3", "6.3", "8.8", "10.0", "–"]);
});
