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
    ["server.listen(3000, (err) => {\n  if (err) fail(err);\n  else ready();\n});", null],
    ["server.listen(3000, (err) => {\n  if (err) {\n    fail(err);\n  } else if (x) {\n    ready();\n  }\n});", null],
    ["server.listen(3000, (err) => {\n  throw err;\n});", null],
    ["server.listen(3000, (err, address) => {\n  if (err) fail(err);\n  ready(address);\n});", null],
    ["server.listen(3000, function (err) {\n  if (err) this.fail(err);\n  ready();\n});", null],
    ["server.listen(3000, function (err) {\n  if (err) fail(err);\n  ready(arguments);\n});", null],
    ["function up(err) {\n  if (err) fail(err);\n}\nserver.listen(3000, up);", null],
    ["server.listen(3000, (err) => (err ? { err } : ready()));", null],
    ["server.listen(3000, (err) => (err ? fail(err) : {}));", null],
    [
      "server.listen(3000, function (err) {\n  if (err) fail(err);\n  ready();\n});",
      'server.listen(3000, function () {\n  ready();\n}).on("error", (err) => {\n  fail(err);\n});',
    ],
    [
      "server.listen(3000, (err) => {\n  if (err) {\n    fail(err);\n  } else {\n  }\n});",
      'server.listen(3000, () => {\n}).on("error", (err) => {\n  fail(err);\n});',
    ],
    [
      "server.listen(3000, (err) => { if (err) fail(err); ready(); });",
      'server.listen(3000, () => {  ready(); }).on("error", (err) => {\n  fail(err);\n});',
    ],
    [
      "server.listen(3000, async (err) => {\n  if (err) await fail(err);\n  ready();\n});",
      'server.listen(3000, async () => {\n  ready();\n}).on("error", async (err) => {\n  await fail(err);\n});',
    ],
    [
      "server.listen(3000, err => err ? fail(err) : ready());",
      'server.listen(3000, () => ready()).on("error", (err) => fail(err));',
    ],
    [
      "server.listen(3000, (err,) => err ? fail(err) : ready());",
      'server.listen(3000, () => ready()).on("error", (err) => fail(err));',
    ],
    [
      "{\n  server.listen(3000, (err) => {\n    ready();\n    if (err) {\n      fail(err);\n    }\n  });\n}",
      '{\n  server.listen(3000, () => {\n    ready();\n  }).on("error", (err) => {\n    fail(err);\n  });\n}',
    ],
    [
      "server.listen(3000, (err) => {\n  if (err) {\n    fail(`a\n    b`, err);\n  }\n});",
      'server.listen(3000, () => {\n}).on("error", (err) => {\n    fail(`a\n    b`, err);\n  });',
    ],
    [
      "server.listen(3000, (err) => {\n  if (err) {\n    fail(`a`, err);\n  }\n  ready(`b`);\n});",
      'server.listen(3000, () => {\n  ready(`b`);\n}).on("error", (err) => {\n  fail(`a`, err);\n});',
    ],
    [
      'try {\n  server.listen(3000);\n} catch (e) {\n  if (e.code === "EADDRINUSE") retry();\n}',
      'server.listen(3000).on("error", (e) => {\n  if (e.code === "EADDRINUSE") retry();\n});',
    ],
    [
      "try {\n  server.listen(3000, () => {\n    ready();\n  });\n} catch {\n  process.exit(1);\n}",
      'server.listen(3000, () => {\n  ready();\n}).on("error", () => {\n  process.exit(1);\n});',
    ],
    [
      'try {\n  server.listen(3000);\n} catch (e) {\n  if (e.code === "EADDRINUSE") await retry();\n}',
      'server.listen(3000).on("error", async (e) => {\n  if (e.code === "EADDRINUSE") await retry();\n});',
    ],
    ["try { server.listen(3000); } catch ({ code }) { if (code === 'EADDRINUSE') retry(); }", null],
    ["try { server.listen(3000); } catch (e) { process.exit(1); } finally { done(); }", null],
    ["function f() { try { server.listen(3000); } catch (e) { if (e.code === 'EADDRINUSE') return retry(); } }", null],
    ["for (;;) { try { server.listen(3000); } catch (e) { if (e.code === 'EADDRINUSE') continue; } }", null],
    ["for (;;) { try { server.listen(3000); } catch (e) { if (e.code === 'EADDRINUSE') break; } }", null],
    ["function* f() { try { server.listen(3000); } catch (e) { if (e.code === 'EADDRINUSE') yield 1; } }", null],
    ["try { const s = server.listen(3000); } catch (e) { process.exit(1); }", null],
    ["try { try { server.listen(3000); } finally {} } catch (e) { process.exit(1); }", null],
  ] as const)
    it(code, () => assert.equal(moved(code), expected));
});
