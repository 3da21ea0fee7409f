/** Lines as if drawn by hand. */

import assert from "node:assert/strict";
import test from "node:test";

import { chance, pieces, ring } from "../../webapp/static/js/curves.js";

/** Every point that a path is drawn through or towards. @param {string} d */
const points = (d) => [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

test("a hand draws the same line each time, and another one elsewhere", () => {
  assert.equal(ring([0, 0], 50, 15, 2, 3), ring([0, 0], 50, 15, 2, 3));
  assert.notEqual(ring([0, 0], 50, 15, 2, 3), ring([0, 0], 50, 15, 2, 4));
});

test("chance stays from -1 to 1 and leans to neither side", () => {
  const by = chance(7);
  const drawn = Array.from({ length: 2000 }, by);
  assert.ok(drawn.every((value) => value >= -1 && value < 1));
  assert.ok(Math.abs(drawn.reduce((a, b) => a + b) / drawn.length) < 0.05);
});

test("a way goes through every point but the two that lend it a direction", () => {
  const way = pieces([[0, 0], [10, 0], [20, 10], [30, 0], [40, 0]]);
  assert.deepEqual(way, ["M10 0C13.3 1.7 16.7 10 20 10", "M20 10C23.3 10 26.7 1.7 30 0"]);
});

test("a ring closes, and stays as near to an ellipse as its wobble says", () => {
  const d = ring([100, 40], 80, 24, 1.5, 1);
  assert.match(d, /^M[^M]+Z$/);
  for (const [x, y] of points(d)) {
    const far = Math.hypot((x - 100) / 80, (y - 40) / 24);
    assert.ok(far > 0.97 && far < 1.08, `${x} ${y}`);
  }
  assert.deepEqual(points(d)[0], points(d).at(-1));
});

test("sixty rings lie inside each other and never touch", () => {
  const apart = 82 / 59;
  const ends = Array.from({ length: 60 }, (_, at) => Math.max(...points(ring([0, 0], 8 + at * apart, 3, apart / 3, at)).map(([x]) => x)));
  assert.ok(ends.every((end, at) => at < 2 || end > ends[at - 2]));
});
