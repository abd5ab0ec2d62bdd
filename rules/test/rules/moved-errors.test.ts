import assert from "node:assert/strict";
import { checkMessages } from "../../../server/src/lint/messages.ts";

const NET = 'import net from "node:net";\nconst server = net.createServer();\n';

/** The code after the suggestion to move what handles the error; null where there is none. */
function moved(code: string): string | null {
  const text = NET + code;
  const [message] = checkMessages({
    text,
    path: "src/a.mjs",
    settings: { host: {}, hostName: "a test", package: {} },
    levels: { "no-unheard-listen-error": { level: "error" } },
  });
  assert.ok(message, "it is reported");
  const fix = message.suggestions?.[0]?.fix;
  return fix ? (text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1])).slice(NET.length) : null;
}

describe("what handles the error of a listen is moved to a listener", () => {
  for (const [code, expected] of [
    [
      "server.listen(3000, (err) => {\n  if (err) throw err;\n  ready();\n});",
      'server.listen(3000, () => {\n  ready();\n}).on("error", (err) => {\n  throw err;\n});',
    ],
    [
      "server.listen(3000, (err) => {\n  if (err) {\n    fail(err);\n  } else {\n    ready();\n  }\n});",
      'server.listen(3000, () => {\n  ready();\n}).on("error", (err) => {\n  fail(err);\n});',
    ],
    [
      "server.listen(3000, (err) => {\n  if (err != null) fail(err);\n  ready();\n});",
      'server.listen(3000, () => {\n  ready();\n}).on("error", (err) => {\n  fail(err);\n});',
    ],
    [
      "server.listen(3000, (err) => {\n  if (err instanceof Error) fail(err);\n  ready();\n});",
      'server.listen(3000, () => {\n  ready();\n}).on("error", (err) => {\n  fail(err);\n});',
    ],
    [
      "server.listen(3000, (err) => (err ? fail(err) : ready()));",
      'server.listen(3000, () => ready()).on("error", (err) => fail(err));',
    ],
    [
      "server.listen(3000, (err) => err !== undefined ? fail(err) : ready());",
      'server.listen(3000, () => ready()).on("error", (err) => fail(err));',
    ],
    ["server.listen(3000, (err) => (err ? fail(err) : ready(err)));", null],
    ["server.listen(3000, (err) => (ok(err) ? fail(err) : ready()));", null],
    ["server.listen(3000, (err) => (err === null ? ready() : fail(err)));", null],
    ["server.listen(3000, (err) => (err > 0 ? fail(err) : ready()));", null],
    ["server.listen(3000, (err) => (other != err ? fail(err) : ready()));", null],
    ["server.listen(3000, (err) => {\n  if (err) fail(err);\n  ready(err);\n});", null],
    ["server.listen(3000, (err) => {\n  if (err === null) return;\n  fail(err);\n});", null],
  ] as const)
    it(code, () => assert.equal(moved(code), expected));
});
