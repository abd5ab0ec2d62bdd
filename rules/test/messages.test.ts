import assert from "node:assert/strict";
import { rules } from "../src/rules/index.ts";
import { fixturesIn } from "./fixtures.ts";
import { problemsOf } from "./hosts.ts";

/** Longer ones are cut where people read them: in VS Code's list of problems, in Neovim. */
const LONGEST_MESSAGE = 120;
const LONGEST_HELP = 160;

describe("messages", () => {
  const problems = [...rules.map((rule) => rule.name), "catalogue"]
    .flatMap(fixturesIn)
    .flatMap((fixture) => problemsOf(fixture).map((problem) => ({ ...problem, name: fixture.name })));

  it("are short, and so is what to do", () => {
    for (const { name, text, help = "" } of problems) {
      assert.ok(text.length <= LONGEST_MESSAGE, `${name}: ${text.length} characters: ${text}`);
      assert.ok(help.length <= LONGEST_HELP, `${name}: ${help.length} characters: ${help}`);
    }
  });

  it("are one sentence, and leave no placeholder open", () => {
    for (const { name, text, help = "x." } of problems) {
      assert.match(text, /^[A-Z`][^]*[^.]\.$/, name);
      assert.doesNotMatch(text.replaceAll(/`[^`]*`/g, "code"), /[.!?] [A-Z]/, name);
      assert.match(help, /\.$/, name);
      assert.doesNotMatch(text + help, /\{\{|undefined|null\b/, name);
    }
  });

  it("begin with what happens, not with the call", () => {
    for (const { name, text, messageId, data } of problems) {
      const { call } = data;
      if (call !== undefined) assert.ok(!text.startsWith(`\`${call}`), `${name}: ${text}`);
      // An option without effect is all that can be said of it.
      if (messageId !== "ignored") assert.doesNotMatch(text, /^`/, `${name}: ${text}`);
    }
  });

  it("come with what to do", () => {
    for (const { meta, name } of rules) {
      const reported = new Set(problems.filter((each) => each.rule === name).map((each) => String(each.messageId)));
      assert.ok(reported.size > 0, name);
      for (const id of reported) assert.ok(meta.help?.[id], `${name}: ${id}`);
    }
  });

  it("have words for every help", () => {
    for (const { meta, name } of rules)
      for (const id of Object.keys(meta.help ?? {})) assert.ok(meta.messages[id], `${name}: ${id}`);
  });
});
