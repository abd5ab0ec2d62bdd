import assert from "node:assert/strict";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import { scan, type DiagnosticData } from "../src/service/index.ts";
import { open } from "./service-fixture.ts";

const LISTEN = 'import http from "node:http";\nhttp.createServer().listen(3000);\n';

describe("service: diagnose", () => {
  it("gives a place, a level, a code with its page, and the facts behind it", () => {
    const { diagnostics } = open(LISTEN, { version: 7 });
    assert.equal(diagnostics.length, 1);
    const [found] = diagnostics;
    assert.deepEqual(found?.range, { start: { line: 1, character: 20 }, end: { line: 1, character: 26 } });
    assert.equal(found?.code, "require-reuse-option");
    assert.equal(found?.source, "portreuse");
    assert.equal(found?.severity, DiagnosticSeverity.Warning);
    assert.equal(found?.codeDescription?.href, "file:///pages/require-reuse-option.md");
    const data = found?.data as DiagnosticData;
    assert.equal(data.messageId, "noPolicy");
    assert.ok(data.facts.includes("listener-blocks-reuse-addr"));
  });

  it("takes levels and options from the settings", () => {
    assert.deepEqual(open(LISTEN, { levels: { "require-reuse-option": { level: "off" } } }).diagnostics, []);
    assert.equal(
      open(LISTEN, { levels: { "require-reuse-option": { level: "error" } } }).diagnostics[0]?.severity,
      DiagnosticSeverity.Error,
    );
    const ws = 'import { WebSocketServer } from "ws";\nnew WebSocketServer({ port: 3000 });\n';
    assert.deepEqual(open(ws).diagnostics, []);
    assert.equal(
      open(ws, { levels: { "require-reuse-option": { level: "warn", options: { apis: "all" } } } }).diagnostics.length,
      1,
    );
  });

  it("points to the other place that belongs to a finding", () => {
    const { diagnostics } = open(
      'import net from "node:net";\nnet.createServer().listen({ port: 3000, reusePort: process.platform === "linux" });\nconst bound = new net.BoundSocket({ host: "10.0.0.1" });\nnew net.Socket({ handle: bound }).connect(80, "10.0.0.2");\n',
    );
    const found = diagnostics.find((each) => each.code === "no-bind-before-connect");
    assert.equal(found?.relatedInformation?.[0]?.location.range.start.line, 3);
    assert.equal(found?.relatedInformation?.[0]?.location.uri, "file:///project/src/server.ts");
  });

  it("counts places in the document as the client has it: byte order mark, CRLF, line separators in strings", () => {
    assert.deepEqual(open(`\uFEFFhttp.listen(3000);`).diagnostics[0]?.range.start, { line: 0, character: 6 });
    assert.deepEqual(open("const a = 1;\r\nserver.listen(3000);\r\n").diagnostics[0]?.range.start, {
      line: 1,
      character: 7,
    });
    assert.deepEqual(open('const a = "\u2028";\nserver.listen(3000);\n').diagnostics[0]?.range.start, {
      line: 1,
      character: 7,
    });
  });

  it("says nothing of code that is being written, of tests, and of text without a trigger", () => {
    assert.deepEqual(open('import http from "node:http";\nhttp.createServer().listen(3000\n}{').diagnostics, []);
    assert.deepEqual(open(LISTEN, { path: "test/server.test.ts" }).diagnostics, []);
    assert.deepEqual(open("export const port = 3000;\n").diagnostics, []);
  });

  it("honours directives in comments", () => {
    assert.deepEqual(
      open(
        'import http from "node:http";\n// eslint-disable-next-line portreuse/require-reuse-option -- one copy only\nhttp.createServer().listen(3000);\n',
      ).diagnostics,
      [],
    );
  });

  it("scans a file that is not open with the same findings", () => {
    const { project, diagnostics } = open(LISTEN, { version: 0 });
    assert.deepEqual(scan("file:///project/src/server.ts", LISTEN, project), diagnostics);
  });
});
