import assert from "node:assert/strict";
import { asksForIt, isSet } from "../../src/analysis/options.ts";
import { listenWith, plain } from "./sites.ts";

const of = (args: string, before = "", name = "reusePort") => listenWith(args, before).option(name);

/** What a call says about `reusePort`: [arguments, what stands before the call, what is known]. */
const STATES: readonly (readonly [args: string, before: string, state: string])[] = [
  ["{ port: 1 }", "", "absent"],
  ["1", "", "absent"],
  ["{ port: 1, reusePort: undefined }", "", "absent"],
  ["{ port: 1, reusePort: null }", "", "absent"],
  ["{ port: 1, reusePort: true }", "", "known true"],
  ["{ port: 1, reusePort: false }", "", "known false"],
  ['{ port: 1, reusePort: "yes" }', "", 'known "yes"'],
  ["{ port: 1, reusePort: share }", "const share = true;", "known true"],
  ["{ port: 1, reusePort: share() }", "", "open"],
  ["{ port: 1, reusePort }", "export let reusePort = f();", "open"],
  ["{ port: 1, ...rest }", "", "unknown"],
  ["{ port: 1, [key]: true }", "", "unknown"],
  ['{ port: 1, ["reuse" + "Port"]: true }', "", "known true"],
  ["{ ...rest, reusePort: true }", "", "known true"],
  ["{ reusePort: true, ...rest }", "", "open"],
  ["{ reusePort: true, ...{ reusePort: false } }", "", "known false"],
  ["{ ...{ reusePort: true }, ...rest }", "", "open"],
  ["{ port: 1, reusePort: nothing }", "const nothing = null;", "absent"],
  ["{ port: 1, ...(many && { reusePort: true }) }", "", "known true if 1"],
  ["{ port: 1, ...(many ? { reusePort: true } : {}) }", "", "known true if 1"],
  ["{ port: 1, ...(many ? { reusePort: true } : { reusePort: false }) }", "", "open if 1"],
  ["{ port: 1, ...(many ? { reusePort: true } : rest) }", "", "known true if 1"],
  ["options", "const options = { port: 1 };\noptions.reusePort = true;", "known true"],
  ["options", "const options = { port: 1, reusePort: true };\noptions.reusePort = false;", "known false"],
  ["options", "const options = { port: 1 };\nif (many) options.reusePort = true;", "known true if 1"],
  ["options", "const options = { port: 1 };\nObject.assign(options, { reusePort: true });", "known true"],
  ["options", "const options = { port: 1, reusePort: true };\nObject.assign(options, rest);", "open"],
  ["options", "const options = { port: 1 };\nObject.assign(options, rest);", "unknown"],
  ["Object.assign({ port: 1 }, { reusePort: true })", "", "known true"],
  ["Object.freeze({ port: 1, reusePort: true })", "", "known true"],
  ["options", "const options = { port: 1 };\nObject.merge(options, { reusePort: true });", "absent"],
  ["options", "const options = { port: 1 };\nObject.assign(other, { reusePort: true });", "absent"],
  ["options", "const options = { port: 1 };\nObject.assign(...options, { reusePort: true });", "absent"],
  ["options", "const options = { port: 1 };\nnew Object.assign(options, { reusePort: true });", "absent"],
  ["options", "const options = { port: 1 };\nassign(options, { reusePort: true });", "absent"],
  ["options", "const options = { port: 1 };\noptions.reusePort ||= true;", "open"],
  ["options", "const options = { port: 1 };\noptions.exclusive = true;", "absent"],
  ["options", "const options = { port: 1 };\nother.reusePort = true;", "absent"],
  ["options", "const options = { port: 1 };\nif (x) options.reusePort = null;", "absent"],
  ["options", "const options = { port: 1, reusePort: true };\nif (x) options.reusePort = null;", "known true"],
  ["options", "const options = { port: 1, reusePort: true };\noptions.reusePort = undefined;", "absent"],
  ["{ port: 1, ...false }", "", "absent"],
  ["{ port: 1, ...null }", "", "absent"],
  ["{ port: 1, ...5 }", "", "unknown"],
  ["{ port: 1, ...(x ? { reusePort: true } : null) }", "", "known true if 1"],
  ["{ port: 1, ...(x ? null : { reusePort: true }) }", "", "known true if 1"],
  ["{ port: 1, ...(x ? rest : {}) }", "", "unknown"],
  ["{ port: 1, ...(x || { reusePort: true }) }", "", "unknown"],
  ["{ port: 1, ...(x && (y && { reusePort: true })) }", "", "known true if 2"],
  ["{ port: 1, ...(x ? { reusePort: true } : { reusePort: true }) }", "", "known true if 1"],
  ["{ port: 1, [key()]: 1, reusePort: true }", "", "known true"],
  ["{ port: 1, reusePort: true, [key()]: 1 }", "", "open"],
  ["{ port: 1, ...o }", "const o = { reusePort: true };", "known true"],
  ["{ port: 1, ...o }", "const o = {};\no.reusePort = true;", "known true"],
  ["serverOptions", "", "unknown"],
  ["...args", "", "unknown"],
  ["{ port: 1 }, ...args", "", "unknown"],
];

describe("the state of an option", () => {
  for (const [args, before, state] of STATES)
    it(`listen(${args})${before && ` after ${before.replaceAll("\n", " ")}`}: ${state}`, () => {
      assert.equal(plain(of(args, before)), state);
    });

  it("is not changed by what comes after the call", () => {
    const after = listenWith("options); options.reusePort = true; (0", "const options = { port: 1 };");
    assert.equal(plain(after.option("reusePort")), "absent");
  });

  it("says where it stands", () => {
    const written = of("{ port: 1, reusePort: true }");
    assert.deepEqual([written.at?.type, written.node?.type], ["Property", "Literal"]);
    const assigned = of("options", "const options = { port: 1 };\noptions.reusePort = f();");
    assert.deepEqual([assigned.at?.type, assigned.node?.type], ["MemberExpression", "CallExpression"]);
    const absent = of("{ port: 1 }");
    assert.deepEqual([absent.at, absent.node, absent.value], [undefined, undefined, undefined]);
  });

  it("tells what is there from what asks for something", () => {
    const cases = ["{ port: 1 }", "{ ...rest }", "{ reusePort: f() }", "{ reusePort: 0 }", "{ reusePort: 1 }"];
    assert.deepEqual(
      cases.map((args) => isSet(of(args))),
      [false, false, true, true, true],
    );
    assert.deepEqual(
      cases.map((args) => asksForIt(of(args))),
      [false, false, true, false, true],
    );
  });
});
