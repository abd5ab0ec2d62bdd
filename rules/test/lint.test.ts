import assert from "node:assert/strict";
import { Linter } from "eslint";
import { parseFile } from "../../server/src/lint/parse.ts";
import { lint, type EnabledRule, type Input } from "../src/lint.ts";
import { fullText, merged } from "../src/problem.ts";
import { NO_OPTIONS, suggestion, type Finding, type Rule } from "../src/rule.ts";
import plugin from "../src/eslint.ts";
import type { Site } from "../src/sockets/site.ts";

const TEXT =
  'import net from "node:net";\nnet.createServer().listen(3000);\nnet.connect({ port: 80, localPort: 4000 });\n';

function input(text = TEXT): Input {
  return { file: parseFile(text, "a.mjs"), path: "a.mjs", settings: { host: {}, hostName: "", package: null } };
}

function ruleOf(name: string, check: (site: Site) => Finding | readonly Finding[] | null): Rule {
  const messages = { found: "`{{call}}` is here.", remove: "Remove `{{call}}`." };
  const help = { found: "Look at `{{call}}`." };
  const meta = { description: name, messages, help, schema: NO_OPTIONS, defaultOptions: {} };
  return { name, meta: { ...meta, type: "problem", recommended: "warn" }, check };
}

const enabled = (rule: Rule, severity: 1 | 2 = 1): EnabledRule => ({ rule, severity, options: {} });
const at = (site: Site): Finding => ({ messageId: "found", data: { call: site.label }, at: site.name });

describe("one pass of sites and rules", () => {
  it("gives each rule its problems in source order, in words", () => {
    const [backwards, listens] = [
      enabled(ruleOf("backwards", (site) => [at(site)])),
      enabled(
        ruleOf("listens", (site) => (site.op === "listen" ? [at(site), at(site)] : null)),
        2,
      ),
    ];
    const found = lint(input(), [backwards, listens]);
    const texts = (each: EnabledRule) => found.get(each)?.map(({ severity, text }) => [severity, text]);
    assert.deepEqual(texts(listens), [[2, "`listen()` is here."]], "once, though it was found twice");
    assert.deepEqual(texts(backwards)?.at(-1), [1, "`net.connect()` is here."]);
    assert.deepEqual(
      found.get(backwards)?.map((each) => each.range[0]),
      found
        .get(backwards)
        ?.map((each) => each.range[0])
        .sort((a, b) => a - b),
    );
  });

  it("puts the same data into the help", () => {
    const [problem] = [...lint(input(), [enabled(ruleOf("helpful", at))]).values()].flat();
    assert.equal(problem?.help, problem?.text.replace("`", "Look at `").replace(" is here.", "."));
    assert.equal(fullText(problem as never), `${problem?.text} ${problem?.help}`);
  });

  it("shows every rule the same sites and the same surroundings", () => {
    const seen = new Map<string, unknown[]>();
    const watching = (name: string): Rule => ({
      ...ruleOf(name, () => null),
      check(site, { sites, process, environment }) {
        seen.set(name, [...(seen.get(name) ?? []), site, sites, process, environment]);
        return null;
      },
    });
    lint(input(), [enabled(watching("a")), enabled(watching("b"))]);
    const [a, b] = [seen.get("a") ?? [], seen.get("b") ?? []];
    assert.ok(a.length >= 8);
    assert.ok(a.length === b.length && a.every((each, i) => each === b[i]));
  });

  it("works suggestions out when somebody asks, and not before", () => {
    let asked = 0;
    const rule = ruleOf("lazy", (site) =>
      site.op !== "listen"
        ? null
        : {
            ...at(site),
            suggestions: () => {
              asked++;
              return [null, suggestion("remove", [{ range: [28, 60], text: "" }], { call: site.label })];
            },
          },
    );
    const [problem] = [...lint(input(), [enabled(rule)]).values()].flat();
    assert.equal(asked, 0);
    assert.deepEqual(
      problem?.suggestions().map((each) => each.text),
      ["Remove `listen()`."],
    );
    assert.equal(asked, 1);
  });

  it("goes on with the other rules where one cannot follow the code, and says so once", () => {
    const deep = () => {
      throw new RangeError("Maximum call stack size exceeded");
    };
    const [first, second, third] = [
      enabled(ruleOf("first", deep), 2),
      enabled(ruleOf("second", at)),
      enabled(ruleOf("third", deep)),
    ];
    const found = lint(input(), [first, second, third]);
    assert.deepEqual(
      found.get(first)?.map(({ text, severity, range }) => [text, severity, range]),
      [["The code is nested too deep to be followed: findings may be missing in this file.", 2, [0, 0]]],
    );
    assert.equal(found.get(second)?.at(-1)?.text, "`net.connect()` is here.");
    assert.deepEqual(found.get(third), []);
  });

  it("merges edits as ESLint does", () => {
    const edits = [
      { range: [4, 5] as const, text: "X" },
      { range: [1, 2] as const, text: "" },
    ];
    assert.deepEqual(merged("abcdefg", edits as never), { range: [1, 5], text: "cdX" });
  });
});

describe("ESLint's face", () => {
  const verify = (linter: Linter, text: string, rules: Linter.RulesRecord, other = {}) =>
    linter.verify(
      text,
      [{ plugins: { portreuse: plugin as never, again: plugin as never }, rules, ...other }] as Linter.Config[],
      "/a.js",
    );

  it("keeps the problems of one rule under two names, with their options, apart", () => {
    const found = verify(new Linter({ cwd: "/" }), 'require("net").createServer().listen(40000);\n', {
      "portreuse/no-ephemeral-server-port": "warn",
      "again/no-ephemeral-server-port": ["error", { range: [50000, 60000] }],
    });
    assert.deepEqual(
      found.map((each) => [each.ruleId, each.severity]),
      [["portreuse/no-ephemeral-server-port", 1]],
    );
  });

  it("looks again at a source code that it has seen, with the settings of that run", () => {
    const linter = new Linter({ cwd: "/" });
    const rules: Linter.RulesRecord = { "portreuse/no-unguarded-reuse-port": "error" };
    const text = 'require("net").createServer().listen({ port: 3000, reusePort: true });\n';
    const first = verify(linter, text, rules);
    assert.equal(first.length, 1);
    const again = (platforms: string[]) =>
      linter.verify(
        linter.getSourceCode(),
        [{ plugins: { portreuse: plugin as never }, rules, settings: { portreuse: { platforms } } }],
        "/a.js",
      );
    assert.deepEqual(again(["linux"]), []);
    assert.equal(again(["win32"]).length, 1);
  });
});
