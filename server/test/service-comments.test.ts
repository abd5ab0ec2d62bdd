import assert from "node:assert/strict";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import { parseDocument } from "../src/service/document.ts";
import { scan, wrongComments } from "../src/service/diagnostics.ts";
import { open, type Given } from "./service-fixture.ts";

const LISTEN =
  'import http from "node:http";\n// portreuse-disable-next-line no-such-rule\nhttp.createServer().listen(3000);\n';

function wrong(text: string, given: Given = {}) {
  const { document, project } = open(text, given);
  return wrongComments(document, parseDocument(document, project.path), project);
}

describe("service: comments that name no rule", () => {
  it("are shown where the name stands, without a rule's name", () => {
    const [found, ...others] = wrong(LISTEN);
    assert.equal(others.length, 0);
    assert.deepEqual(found?.range, { start: { line: 1, character: 31 }, end: { line: 1, character: 43 } });
    assert.equal(found?.severity, DiagnosticSeverity.Information);
    assert.equal(found?.source, "portreuse");
    assert.match(String(found?.message), /no-such-rule/);
    assert.equal(found?.code, undefined);
  });

  it("are not looked for in tests, in declarations, in half-written code and where nothing opens a port", () => {
    assert.equal(wrong(LISTEN, { path: "test/server.test.ts" }).length, 0);
    assert.equal(wrong(LISTEN, { path: "src/server.d.ts" }).length, 0);
    assert.equal(wrong(`${LISTEN} }{`).length, 0);
    assert.equal(wrong("// portreuse-disable-next-line no-such-rule\nexport const a = 1;").length, 0);
    assert.equal(wrong('import "node:http";\n// portreuse-disable-next-line no-such-rule\nlog();').length, 0);
  });

  it("are among what a scan finds in a file that is not open", () => {
    const { project } = open(LISTEN);
    const found = scan("file:///project/src/server.ts", LISTEN, project);
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [
        ["require-reuse-option", DiagnosticSeverity.Warning],
        [undefined, DiagnosticSeverity.Information],
      ],
    );
    const other = open(LISTEN, { path: "test/server.test.ts" }).project;
    assert.deepEqual(scan("file:///project/test/server.test.ts", LISTEN, other), []);
  });
});

describe("service: the words of a diagnostic", () => {
  it("are what is wrong on one line, and what to do below it", () => {
    const [found] = open('import http from "node:http";\nhttp.createServer().listen(3000);').diagnostics;
    const [text, help, ...more] = String(found?.message).split("\n");
    assert.match(text ?? "", /3000/);
    assert.match(help ?? "", /reusePort/);
    assert.deepEqual(more, []);
    assert.equal("relatedInformation" in found!, false);
  });
});
