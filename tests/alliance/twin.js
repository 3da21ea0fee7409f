/** The phone's rule, asked line by line: a history on standard input, what it finds on standard output. */

import { createInterface } from "node:readline";

import { develop, isOpen, told } from "../../webapp/static/js/alliance.js";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const words = JSON.parse((await lines.next()).value);

for await (const line of lines) {
  const { check_ins, reach } = JSON.parse(line);
  const development = develop(check_ins, reach);
  const { steps, strains } = development;
  const found = steps.map((step, at) => ({ ...step, open: isOpen(development, at), reason: step.why && told(words, step.why) }));
  process.stdout.write(`${JSON.stringify({ steps: found, strains })}\n`);
}
