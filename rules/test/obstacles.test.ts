import assert from "node:assert/strict";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { recommendedLevels } from "../../server/src/lint/levels.ts";
import { locate } from "../../server/src/lint/located.ts";
import { toMessage, type Message } from "../../server/src/lint/message.ts";
import { parseFile } from "../../server/src/lint/parse.ts";
import { checkFile } from "../../server/src/lint/problems.ts";
import { registered } from "../src/analysis/source.ts";
import plugin from "../src/eslint.ts";

const TEXT = "export function start(server: Server) { server.listen(3000); }\n";

type Seen = Pick<Message, "ruleId" | "severity" | "message" | "line" | "column">;
const seen = ({ ruleId, severity, message, line, column }: Seen): Seen => ({ ruleId, severity, message, line, column });

/** Both hosts on a file whose types nobody can tell without this error. */
function both(error: Error): { eslint: Seen[]; own: Seen[] } {
  const fail = () => {
    throw error;
  };
  const parser = {
    parseForESLint: (text: string, options: typescriptParser.ParserOptions) => ({
      ...typescriptParser.parseForESLint(text, options),
      services: {
        program: { getTypeChecker: () => ({ getTypeAtLocation: fail }) },
        esTreeNodeToTSNodeMap: { get: () => ({}) },
      },
    }),
  };
  const config = {
    ...(plugin.configs.recommended as Linter.Config),
    files: ["**/*.ts"],
    languageOptions: { parser: parser as never },
  };
  const file = parseFile(TEXT, "a.ts");
  const own = checkFile(
    registered({ ...file, typeOf: fail }),
    "a.ts",
    { host: {}, hostName: "", package: null },
    recommendedLevels(),
  );
  return {
    eslint: new Linter({ cwd: "/" }).verify(TEXT, [config], "/a.ts").map((each) => seen(each as Seen)),
    own: own.map((each) => seen(toMessage(locate(each, file.lineStarts, true), TEXT))),
  };
}

describe("code that the rules cannot follow to the end", () => {
  it("is told once a file, alike in both hosts", () => {
    const { eslint, own } = both(new RangeError("Maximum call stack size exceeded"));
    assert.deepEqual(own, [
      {
        ruleId: "portreuse/require-reuse-option",
        severity: 1,
        message: "The code is nested too deep to be followed: findings may be missing in this file.",
        line: 1,
        column: 1,
      },
    ]);
    assert.deepEqual(eslint, own);
  });

  it("is told with the reason where it is another one", () => {
    const { eslint, own } = both(new RangeError("Invalid string length"));
    assert.deepEqual(
      own.map((each) => each.message),
      ["The code cannot be followed (Invalid string length): findings may be missing in this file."],
    );
    assert.deepEqual(eslint, own);
  });

  it("hides no mistake of ours", () => {
    assert.throws(() => both(new TypeError("x is not a function")), /x is not a function/);
  });
});
