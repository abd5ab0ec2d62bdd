import assert from "node:assert/strict";
import { packageProblems } from "../src/package-problems.ts";
import { got } from "../src/setting-kinds.ts";
import { settingsProblems } from "../src/settings.ts";

const GLOBS = "a list of globs, with at most four * in a name and no ?(…), *(…), +(…), @(…) or !(…)";
const PLATFORMS = "a list of one or more of aix, android, darwin, freebsd, linux, netbsd, openbsd, sunos, win32";

describe("what is wrong with settings, at the edges", () => {
  const KNOWN = "node, runtime, platforms, testFiles, listens, launches and program";
  const ELSEWHERE =
    'here.rules: levels of rules do not belong here; in ESLint they stand under "rules", as "portreuse/…".';
  for (const [settings, expected, rules = false] of [
    [undefined, []],
    [7, ["here: expected an object, got 7."]],
    [null, ["here: expected an object, got null."]],
    [[], ["here: expected an object, got []."]],
    [{ rules: {} }, [ELSEWHERE]],
    [{ rules: {} }, [], true],
    [{ rules: 7 }, ["here.rules: expected an object of rule levels, got 7."], true],
    [{ other: 1 }, [`here.other: no such setting; there are ${KNOWN}.`]],
    [{ other: 1 }, [`here.other: no such setting; there are ${KNOWN.replace(" and", ",")} and rules.`], true],
    [{ rulse: {} }, ["here.rulse: no such setting. Did you mean rules?"], true],
    [{ diagnostics: {} }, ["here.diagnostics: only an editor has this setting."]],
    [{ workspaceScan: {} }, ["here.workspaceScan: only an editor has this setting."]],
    [{ platforms: [] }, [`here.platforms: expected ${PLATFORMS}, got [].`]],
    [{ platforms: [7] }, [`here.platforms: expected ${PLATFORMS}, got [7].`]],
    [{ testFiles: [] }, []],
    [{ testFiles: "a" }, [`here.testFiles: expected ${GLOBS}, got "a". Did you mean ["a"]?`]],
    [{ testFiles: [""] }, [`here.testFiles: expected ${GLOBS}, got [""].`]],
    [{ testFiles: ["a", 7] }, [`here.testFiles: expected ${GLOBS}, got ["a",7].`]],
    [{ node: 7.5 }, ['here.node: expected a semver range such as ">=20", got 7.5. Did you mean "7.5"?']],
    [{ program: "true" }, ['here.program: expected true or false, got "true". Did you mean true?']],
  ] as [unknown, string[], boolean?][])
    it(`${JSON.stringify(settings)} ${rules ? "with levels" : ""}`, () =>
      assert.deepEqual(settingsProblems(settings, "here", { rules }), expected));
  it("has no levels where nobody says that they belong there", () =>
    assert.deepEqual(settingsProblems({ rules: {} }, "here"), [ELSEWHERE]));
});

describe("a glob of test files", () => {
  const taken = (glob: string) => settingsProblems({ testFiles: [glob] }, "here").length === 0;
  for (const [what, right, wrong] of [
    ["has at most four stars in a name", "*a*a*a*", "*a*a*a*a*"],
    ["has any number of stars in several names", "*a*a*/*a*a*/*a*a*", "*/*/*a*a*a*a*a*"],
    ["has at most six names of two stars", "**/a/".repeat(6), "**/a/".repeat(7)],
    ["is as long as picomatch takes it", "a".repeat(65_536), "a".repeat(65_537)],
    ["has no +(…)", "+[", "+(a)"],
    ["has no *(…)", "*[a]", "*(a)"],
    ["has no @(…)", "@a", "@(a)"],
    ["has no !(…)", "!a", "!(a)"],
    ["may have groups", "(a|b)", "?(a|b)"],
  ] as const)
    it(what, () => assert.deepEqual([taken(right), taken(wrong)], [true, false]));
});

describe("a value in a message", () => {
  it("is cut behind a hundred characters", () => {
    assert.equal(got("x".repeat(98)), `"${"x".repeat(98)}"`);
    assert.equal(got("x".repeat(99)), `"${"x".repeat(99)}…`);
  });
  it("is named where JSON has no words for it", () => {
    assert.deepEqual([undefined, 1n, NaN, null, [1, "a"]].map(got), ["undefined", "1", "null", "null", '[1,"a"]']);
  });
});

describe("what is wrong with a package", () => {
  const path = "/nowhere/package.json";
  it("begins with what keeps the file from being read", () =>
    assert.deepEqual(packageProblems({ path, package: {}, problem: `${path}:1:1: this is not JSON.` }), [
      `${path}:1:1: this is not JSON.`,
    ]));
  it("names the file in which the settings stand", () => {
    const settings = { portreuse: { listens: "both" } } as never;
    const wrong = 'portreuse.listens: expected one of single, shared, got "both".';
    assert.deepEqual(packageProblems({ path, package: settings, problem: null }), [`${path}: ${wrong}`]);
    const settingsPath = "/nowhere/deno.json";
    assert.deepEqual(packageProblems({ path, package: settings, problem: null, settingsPath }), [
      `${settingsPath}: ${wrong}`,
    ]);
  });
  it("is nothing where there are no settings", () =>
    assert.deepEqual(packageProblems({ path, package: {}, problem: null }), []));
});
