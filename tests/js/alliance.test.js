/** The phone finds in each history of tests/alliance/vectors.json what the server finds. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { develop, isOpen, told } from "../../webapp/static/js/alliance.js";

const { histories, words } = JSON.parse(readFileSync(new URL("../alliance/vectors.json", import.meta.url), "utf8"));

/** @param {any[]} values */
const sparse = (values) => Object.fromEntries(values.flatMap((value, at) => (value && value.length ? [[at, value]] : [])));

/** @param {any[]} found @param {any[]} expected @param {number} tolerance */
function close(found, expected, tolerance) {
  assert.equal(found.length, expected.length);
  for (const [at, value] of found.entries()) {
    if (value === null || expected[at] === null) assert.equal(value, expected[at]);
    else assert.ok(Math.abs(value - expected[at]) <= tolerance, `${at}: ${value} is not ${expected[at]}`);
  }
}

for (const history of histories) {
  const given = history.check_ins ?? history.scores.map((/** @type {number} */ score) => ({ score }));
  const development = develop(given, history.range);
  const { steps, strains } = development;

  test(`${history.it}: each dip, each repair and each strain`, () => {
    assert.deepEqual(sparse(steps.map(({ dip }) => dip)), history.dip);
    assert.deepEqual(steps.flatMap(({ put_right }, at) => (put_right ? at : [])), history.put_right);
    const found = strains.map(({ dips, reference, ended, closed }) => ({ dips, reference, ended, closed }));
    assert.deepEqual(found, history.strains ?? found);
    const still = [...steps.keys()].filter((at) => isOpen(development, at));
    assert.deepEqual(still, history.open ?? still);
  });

  test(`${history.it}: the numbers that are published`, () => {
    close(steps.map(({ score }) => score), history.score ?? steps.map(({ score }) => score), 1e-9);
    close(steps.map(({ limit }) => limit), history.limit ?? steps.map(({ limit }) => limit), 5e-5);
    assert.deepEqual(steps.map(({ legs }) => legs), history.legs ?? steps.map(({ legs }) => legs));
  });

  test(`${history.it}: why, in one sentence`, () => {
    const reasons = steps.map(({ why }) => why && told(words, why));
    assert.deepEqual(reasons.map(Boolean), steps.map(({ dip }) => dip.length > 0));
    assert.deepEqual(sparse(reasons), history.reason ?? sparse(reasons));
    assert.deepEqual(sparse(steps.map(({ short }) => short)), history.short ?? sparse(steps.map(({ short }) => short)));
  });
}
