import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rules } from "../../rules/src/rules/index.ts";
import { isGenerated } from "../../rules/src/generated.ts";
import { isFlow } from "../../rules/src/parse/flow.ts";
import { npmSources } from "../../scripts/npm-sources.ts";
import { checkMessages, type Message } from "../src/lint/messages.ts";
import { parseFile } from "../src/lint/parse.ts";
import { isCode } from "../src/project/code-files.ts";

const CACHE = fileURLToPath(new URL("../../.cache/foreign-syntax/", import.meta.url));

/**
 * What npm carries of syntax that is written to be hard: the parser tests of test262, one file with all of JavaScript,
 * types as programs, TypeScript's own declarations, sources in TypeScript and in Flow.
 */
const PACKAGES = [
  "effect@4.1.0",
  "everything.js@1.0.3",
  "react-native@0.86.3",
  "test262-parser-tests@0.0.5",
  "ts-toolbelt@9.6.0",
  "type-fest@5.10.0",
  "typescript@6.0.3",
  "zod@4.6.7",
];

/** Files that are not JavaScript on purpose. */
const REFUSED = /^(?:fail|early)\//;

/** Seconds of the processor for one file; the machine may be busy. */
const MOST_SECONDS = 6;
const LISTEN = 'require("node:http").createServer().listen(3000);';
const levels = Object.fromEntries(rules.map(({ name }) => [name, { level: "error" as const }]));

/** All rules, on test files too, and as Node.js runs them whatever they were written for. */
const host = { testFiles: [], runtime: "node" as const };
const check = (text: string, path: string) =>
  checkMessages({ text, path, settings: { host, hostName: "portreuse", package: null }, levels });

/** What is wrong with the messages of a file that has a listen; null where nothing is. `admitted`: it has to be checked. */
function wrongWith(messages: readonly Message[], admitted: boolean): string | null {
  const error = messages.find(({ ruleId }) => ruleId === null);
  if (error) return messages.length > 1 ? "findings beside a parsing error" : admitted ? error.message : null;
  return !admitted || messages.some(({ message }) => message.includes("3000")) ? null : "the listen is not seen";
}

describe("syntax that others have gathered", function () {
  this.timeout(3_600_000);
  let sources = "";
  before(() => void (sources = npmSources(CACHE, PACKAGES)));

  for (const name of PACKAGES)
    it(`throws nothing, ends soon, and hides no listen before and after it: ${name}`, () => {
      const folder = join(sources, name.replace(/@(?=[\d.]+$)/, "-"));
      const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isCode).sort();
      const wrong: string[] = [];
      let slowest = 0;
      for (const path of paths) {
        const text = readFileSync(join(folder, path), "utf8");
        const isDeclaration = /\.d\.[cm]?ts$/.test(path);
        // Nor does anybody check what a machine made, unless it is named.
        const admitted = !REFUSED.test(path) && !isDeclaration && !isFlow(text) && !isGenerated(text);
        // Nobody checks declarations: they are parsed as what they are, and checked as if they were code.
        const extension = path.split(".").at(-1) as string;
        // A `#!` is nothing but the start of a file.
        const before = `${LISTEN}\n${text.replace(/^#!/, "//")}`;
        for (const given of [`${text}\n;${LISTEN}\n`, before]) {
          const start = process.cpuUsage();
          try {
            if (isDeclaration && !REFUSED.test(path)) parseFile(text, path);
            const problem = wrongWith(check(given, `src/a.${extension}`), admitted);
            if (problem) wrong.push(`${path}: ${problem}`);
          } catch (error) {
            wrong.push(`${path} throws ${String(error)}`);
          }
          const { user, system } = process.cpuUsage(start);
          slowest = Math.max(slowest, (user + system) / 1e6);
        }
      }
      console.log(`      ${paths.length} files, the slowest in ${slowest.toFixed(2)} s`);
      assert.ok(paths.length > 0, "there are none");
      assert.deepEqual(wrong, []);
      assert.ok(slowest < MOST_SECONDS, `${slowest} seconds`);
    });
});
