import assert from "node:assert/strict";
import { checkMessages } from "../../server/src/lint/messages.ts";
import { recommendedLevels } from "../../server/src/lint/levels.ts";
import { fixturesIn } from "./fixtures.ts";
import { runOwn } from "./hosts.ts";

const PROGRAM = [
  "/**",
  " * @flow strict-local",
  " */",
  "import type {Server} from 'http';",
  "import {type Socket, createServer} from 'node:net';",
  "type Options = {| +port: number, host?: string |};",
  "opaque type Id: string = string;",
  "declare var __DEV__: boolean;",
  "export type {Server};",
  "class Hub<T: Object> extends Map<string, T> implements Closeable {",
  "  +server: ?Server;",
  "  start(options: Options, ...rest: Array<string>): Promise<void> {",
  "    const server = createServer((socket: Socket): void => socket.end());",
  "    (server: any).listen({ port: 3000, reusePort: false }, (error: ?Error) => {});",
  "    createServer().listen((options.port: number));",
  "    return Promise.resolve();",
  "  }",
  "}",
  "export default (new Hub<{...}>(): Hub<any>);",
  "",
].join("\n");

function found(text: string): string[] {
  const settings = { host: {}, hostName: "settings", package: null };
  return checkMessages({ text, path: "src/hub.js", settings, levels: recommendedLevels() }).map(
    ({ line, column, ruleId }) => `${line}:${column} ${ruleId ?? "cannot be parsed"}`,
  );
}

describe("Flow's types", () => {
  it("hide no default of a port that is taken out of an object", () => {
    const start =
      "export const start = ({ port = 4403 }: {| +port?: number |} = {}) => http.createServer().listen(port);";
    assert.deepEqual(found(`// @flow\nimport http from "http";\n${start}\n`), ["3:90 portreuse/require-reuse-option"]);
  });
  it("are taken out of files that say they have them", () => {
    assert.deepEqual(found(PROGRAM), ["15:20 portreuse/require-reuse-option"]);
    assert.deepEqual(found(`#!/usr/bin/env node\n// @flow\n${PROGRAM.slice(PROGRAM.indexOf("import"))}`), [
      "14:20 portreuse/require-reuse-option",
    ]);
  });

  it("are an error of other files, which may mean something else by the word", () => {
    const [first] = found(PROGRAM.replace("@flow strict-local", "A hub."));
    assert.match(first ?? "", /cannot be parsed$/);
    const words = 'const net = require("node:net");\nconst tag = "@flow";\nnet.createServer().listen(3000);\n';
    assert.deepEqual(found(words), ["3:20 portreuse/require-reuse-option"]);
  });

  // ESLint's own parser knows no Flow.
  for (const fixture of fixturesIn("flow"))
    it(`leave findings where they are: ${fixture.name}`, () =>
      assert.deepEqual(
        runOwn(fixture).map(({ line, column, endColumn, ruleId, messageId }) => [
          `${line}:${column}-${endColumn}`,
          ruleId,
          messageId,
        ]),
        fixture.expected.map((each) => [
          `${each.line}:${each.column}-${each.endColumn}`,
          `portreuse/${each.rule}`,
          each.messageId,
        ]),
      ));
});
