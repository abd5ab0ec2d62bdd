import assert from "node:assert/strict";
import type { Call, Node } from "../../src/analysis/ast.ts";
import { optionIn } from "../../src/analysis/options.ts";
import { fileOf } from "../../src/analysis/source.ts";
import "../../src/analysis/values.ts";
import { project } from "./project.ts";
import { optionsObjectsOf } from "../../src/analysis/options-objects.ts";

type Sources = Readonly<Record<string, string>>;

/** What the marked call's last argument says about a port: its value and the text of what is reported, for each object that it may be. */
function ports(sources: Sources, path = ["port"]): string[] | null {
  const { marks, file } = project(sources);
  const call = marks[0] as Call;
  const settings = optionsObjectsOf(call.arguments.at(-1) as Node);
  return (
    settings?.map((each) => {
      const option = optionIn(file, each, path, call);
      const at = option.at;
      assert.ok(!at || fileOf(at) === file, "reported in another file");
      return `${String(option.value ?? option.state)}${at ? ` at ${file.text.slice(...at.range)}` : ""}`;
    }) ?? null
  );
}

describe("options from elsewhere", () => {
  for (const [title, expected, sources] of [
    [
      "an imported object",
      ["3000 at o"],
      { "a.ts": "import { o } from './b'; «s.listen(o)»;", "b.ts": "export const o = { port: 3000 };" },
    ],
    [
      "a default export",
      ["3000 at o"],
      { "a.ts": "import o from './b'; «s.listen(o)»;", "b.ts": "export default { port: 3000, host: x };" },
    ],
    [
      "a property of a required object",
      ["3000 at config.http"],
      {
        "a.cjs": "const config = require('./b'); «s.listen(config.http)»;",
        "b.cjs": "module.exports = { http: { port: 3000 } };",
      },
    ],
    [
      "taken out of it",
      ["3000 at http"],
      {
        "a.cjs": "const { http } = require('./b'); «s.listen(http)»;",
        "b.cjs": "module.exports = { http: { port: 3000 } };",
      },
    ],
    [
      "spread into one of our own",
      ["3000 at o"],
      {
        "a.ts": "import { o } from './b'; «s.listen({ ...o, host: 'h' })»;",
        "b.ts": "export const o = { port: 3000 };",
      },
    ],
    [
      "what a function gives",
      ["3000 at options()"],
      {
        "a.ts": "import { options } from './b'; «s.listen(options())»;",
        "b.ts": "export function options() { return { port: 3000 }; }",
      },
    ],
    [
      "assigned where it is made",
      ["4000 at o"],
      { "a.ts": "import { o } from './b'; «s.listen(o)»;", "b.ts": "export const o = { host: 'h' }; o.port = 4000;" },
    ],
    [
      "assigned here",
      ["4000 at o.port"],
      {
        "a.ts": "import { o } from './b'; o.port = 4000; «s.listen(o)»;",
        "b.ts": "export const o = { port: 3000 };",
      },
    ],
    [
      "Object.assign where it is made",
      ["4000 at o"],
      {
        "a.ts": "import { o } from './b'; «s.listen(o)»;",
        "b.ts": "export const o = {}; Object.assign(o, { port: 4000 });",
      },
    ],
    ["not there", null, { "a.ts": "import { o } from './b'; «s.listen(o)»;" }],
    [
      "a parameter",
      ["3000 at port: 3000"],
      { "a.ts": "function f(options) { «s.listen(options)»; } f({ port: 3000 });" },
    ],
    [
      "a parameter of several callers",
      ["3000 at port: 3000", "4000 at port: 4000"],
      { "a.ts": "function f(options) { «s.listen(options)»; } f({ port: 3000 }); f({ port: 4000 });" },
    ],
    [
      "a parameter with a default",
      ["3000 at port: 3000"],
      { "a.ts": "function f(options = { port: 3000 }) { «s.listen(options)»; } f();" },
    ],
    [
      "a parameter of a private method",
      ["3000 at port: 3000"],
      { "a.ts": "class K { #f(options) { «s.listen(options)»; } m() { this.#f({ port: 3000 }); } }" },
    ],
    [
      "a property of a parameter",
      ["3000 at port: 3000"],
      { "a.ts": "function f(options) { «s.listen(options.http)»; } f({ http: { port: 3000 } });" },
    ],
    [
      "a parameter that is assigned to",
      ["4000 at o.port"],
      { "a.ts": "function f(o) { o.port = 4000; «s.listen(o)»; } f({ port: 3000 });" },
    ],
    ["a parameter of anybody", null, { "a.ts": "export function f(o) { «s.listen(o)»; } f({ port: 3000 });" }],
    ["a parameter that is written", null, { "a.ts": "function f(o) { o = x; «s.listen(o)»; } f({ port: 3000 });" }],
  ] as [string, string[] | null, Sources][])
    it(`${title} → ${expected?.join(", ") ?? "unknown"}`, () => assert.deepEqual(ports(sources), expected));

  it("looks into nested objects of other files", () => {
    const sources = {
      "a.ts": "import { o } from './b'; «s.listen(o)»;",
      "b.ts": "import { http } from './c'; export const o = { server: http };",
      "c.ts": "export const http = { port: 3000 };",
    };
    assert.deepEqual(ports(sources, ["server", "port"]), ["3000 at o"]);
  });
});
