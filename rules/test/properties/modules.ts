import fc from "fast-check";

/** How a file comes by something that a module exports. */
export interface Import {
  /** Statements at the top of the file. */
  lines: string[];
  /** How the code calls the export: `net.createServer`, `createServer`, `make`. */
  name: string;
  commonJs: boolean;
  typescript?: boolean;
}

type Way = (module: string, name: string) => Import;

const ways: readonly Way[] = [
  (module, name) => ({ lines: [`import it from "${module}";`], name: `it.${name}`, commonJs: false }),
  (module, name) => ({ lines: [`import * as all from "${module}";`], name: `all.${name}`, commonJs: false }),
  (module, name) => ({ lines: [`import { ${name} } from "${module}";`], name, commonJs: false }),
  (module, name) => ({ lines: [`import { ${name} as make } from "${module}";`], name: "make", commonJs: false }),
  (module, name) => ({ lines: [`import it, { ${name} } from "${module}";`], name: `it.${name}`, commonJs: false }),
  (module, name) => ({ lines: [`const it = require("${module}");`], name: `it.${name}`, commonJs: true }),
  (module, name) => ({ lines: [`const { ${name} } = require("${module}");`], name, commonJs: true }),
  (module, name) => ({ lines: [`const { ${name}: make } = require("${module}");`], name: "make", commonJs: true }),
  (module, name) => ({ lines: [`const make = require("${module}").${name};`], name: "make", commonJs: true }),
  (module, name) => ({
    lines: [`var it = require("${module}"), fs = require("fs");`],
    name: `it.${name}`,
    commonJs: true,
  }),
  (module, name) => ({ lines: [`const it = await import("${module}");`], name: `it.${name}`, commonJs: false }),
  (module, name) => ({ lines: [`const { ${name} } = await import("${module}");`], name, commonJs: false }),
  (module, name) => ({
    lines: ['import { createRequire } from "node:module";', `const it = createRequire(import.meta.url)("${module}");`],
    name: `it.${name}`,
    commonJs: false,
  }),
  (module, name) => ({
    lines: [`import it = require("${module}");`],
    name: `it.${name}`,
    commonJs: false,
    typescript: true,
  }),
];

const wholeWays: readonly ((module: string) => Import)[] = [
  (module) => ({ lines: [`import make from "${module}";`], name: "make", commonJs: false }),
  (module) => ({ lines: [`import { default as make } from "${module}";`], name: "make", commonJs: false }),
  (module) => ({ lines: [`const make = require("${module}");`], name: "make", commonJs: true }),
  (module) => ({ lines: [`import make = require("${module}");`], name: "make", commonJs: false, typescript: true }),
];

/** Ways to an export of a module of Node.js. */
export function builtin(module: string, name: string): fc.Arbitrary<Import> {
  return fc
    .tuple(fc.constantFrom(...ways), fc.constantFrom(module, `node:${module}`))
    .map(([way, specifier]) => way(specifier, name));
}

/** Ways to a package whose export is the function or class itself. */
export function whole(module: string): fc.Arbitrary<Import> {
  return fc.constantFrom(...wholeWays).map((way) => way(module));
}

/** Ways to a named export of a package. */
export function named(module: string, name: string): fc.Arbitrary<Import> {
  return fc.constantFrom(...ways.slice(1)).map((way) => way(module, name));
}
