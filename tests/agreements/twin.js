/** The phone's rule, asked line by line: entries on standard input, what stands on standard output. */

import { createInterface } from "node:readline";

import { read, told } from "./told.js";

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(read(JSON.parse(line)).map(told))}\n`);
}
