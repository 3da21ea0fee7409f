// What the tests import from Node is not typed: see "types" in tsconfig.json.
declare module "node:*";
