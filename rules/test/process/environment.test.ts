import assert from "node:assert/strict";
import { environmentOf } from "../../src/process/environment.ts";
import "../../src/sockets/collect.ts";
import { launches } from "./code.ts";
import { marked } from "../analysis/marked.ts";

/** `A B~`: A is the same every time, B may be another one. Undefined: nobody knows. */
function sets(code: string): string | undefined {
  return environmentOf(marked(code.replace("«", "launch(«").replace("»", "»)")))
    ?.map(({ name, varies }) => (varies ? `${name}~` : name))
    .join(" ");
}

describe("the variables that a launch sets anew", () => {
  const rows: readonly (readonly [code: string, variables: string | undefined])[] = [
    ["«{ PORT: 3000, HOST: host }»", "PORT HOST~"],
    ["«{ ...process.env, PORT: 3000 }»", "PORT"],
    ["«{ ...Bun.env, PORT: 3000 }»", "PORT"],
    ["«{ ...import.meta.env, PORT: 3000 }»", "PORT"],
    ["«{ ...Deno.env.toObject(), PORT: 3000 }»", "PORT"],
    ["«process.env»", ""],
    ["const env = { PORT: 3000 }; «env»", "PORT"],
    ["«Object.assign({}, process.env, { PORT: port })»", "PORT~"],
    ["«Object.assign({ A: 1 }, x)»", undefined],
    ["«Object.create({ PORT: 3000 })»", undefined],
    ["«assign({ PORT: 3000 })»", undefined],
    ["«{ ...process.env.CHILD, PORT: 3000 }»", undefined],
    ["«{ ...Deno.env.toObject().CHILD, PORT: 3000 }»", undefined],
    ["«{ ...Deno.env, PORT: 3000 }»", undefined],
    ["«{ ...env, PORT: 3000 }»", undefined],
    ["«{ PORT: 3000, [name]: 1 }»", undefined],
    ["«env»", undefined],
    ["«makeEnv()»", undefined],
  ];
  for (const [code, variables] of rows) it(code, () => assert.equal(sets(code), variables));

  it("are none where nothing is handed over", () => assert.deepEqual(environmentOf(undefined), []));
});

describe("a launch under a condition that tells the child from its parent", () => {
  const always = (condition: string, args: string) =>
    launches(
      `import { fork } from "node:child_process"; if (${condition}) serve(); else fork(__filename, ${args});`,
    ).map((each) => each.always);
  const rows: readonly (readonly [condition: string, args: string, always: boolean])[] = [
    ["process.env.CHILD", '{ env: { CHILD: "1" } }', true],
    ["process.env['CHILD']", '{ env: { CHILD: "1" } }', true],
    ["process.env.CHILD_OF", '{ env: { CHILD: "1" } }', false],
    ["process.env.OTHER", '{ env: { CHILD: "1" } }', false],
    ["settings.CHILD", '{ env: { CHILD: "1" } }', false],
    ["process.env.CHILD", "{ env }", false],
    ['process.argv[2] === "worker"', '["worker"]', true],
    ['process.argv.includes("--worker") || process.argv[2] === "child"', '["--worker"]', true],
    ['Deno.args[0] === "worker"', '["worker"]', true],
    ['process.argv[2] === "worker"', '["other"]', false],
    ['process.argv[2] === "workers"', '["worker"]', false],
    ['process.argv[2] === "xworker"', '["worker"]', false],
    ["process.argv[2]", '["worker"]', false],
    ['mode === "worker"', '["worker"]', false],
    ['argvOf() === "worker"', '["worker"]', false],
    // A name that is written in an expression's own signs.
    ["process.env.CHILD", '{ env: { "CHILD(": "1" } }', false],
    ["process.env['CHILD*']", '{ env: { "CHILD*": "1" } }', false],
  ];
  for (const [condition, args, expected] of rows)
    it(`${condition} → fork(…, ${args})`, () => assert.deepEqual(always(condition, args), [expected]));
});
