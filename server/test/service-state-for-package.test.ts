import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, TextEdit } from "vscode-languageserver-types";
import { open, titled, type Given } from "./service-fixture.ts";

const LISTEN = 'import http from "node:http";\n\nhttp.createServer().listen(3000);\n';
const TITLE = /^State it for the whole package/;
const MANIFEST = '{\n  "name": "api",\n  "type": "module"\n}\n';

/** The text of package.json after the action. */
function changed(text: string, action: CodeAction | undefined): string {
  const edits = (action?.edit?.documentChanges ?? []).flatMap((each) =>
    "edits" in each && each.textDocument.uri === "file:///project/package.json" ? (each.edits as TextEdit[]) : [],
  );
  return TextDocument.applyEdits(TextDocument.create("", "json", 0, text), edits);
}

function offered(manifest: string, given: Given = {}): CodeAction | undefined {
  return titled(open(LISTEN, { ...given, manifest }).actions(), TITLE);
}

describe("service: state it for the whole package", () => {
  it("comes first and edits package.json alone", () => {
    const opened = open(LISTEN, { manifest: MANIFEST });
    const [first] = opened.actions();
    assert.match(first?.title ?? "", TITLE);
    const text = changed(MANIFEST, first);
    assert.equal(text, '{\n  "name": "api",\n  "type": "module",\n  "portreuse": {\n    "listens": "single"\n  }\n}\n');
    assert.equal(first?.edit?.documentChanges?.length, 1);
    const after = open(LISTEN, { package: JSON.parse(text) as object });
    assert.deepEqual(after.diagnostics, []);
  });

  it("keeps the layout and the other settings", () => {
    const tabs = '{\r\n\t"portreuse": {\r\n\t\t"node": ">=22.12"\r\n\t}\r\n}\r\n';
    assert.equal(
      changed(tabs, offered(tabs)),
      '{\r\n\t"portreuse": {\r\n\t\t"node": ">=22.12",\r\n\t\t"listens": "single"\r\n\t}\r\n}\r\n',
    );
    const flat = '{"name":"api"}';
    assert.deepEqual(JSON.parse(changed(flat, offered(flat))), { name: "api", portreuse: { listens: "single" } });
  });

  it("is not offered where it has been decided, cannot be written, or nothing asks for it", () => {
    assert.equal(titled(open(LISTEN).actions(), TITLE), undefined, "no package.json");
    for (const broken of ["{", "[]", '{ "portreuse": "single" }']) assert.equal(offered(broken), undefined, broken);
    const shared = { portreuse: { listens: "shared" } } as const;
    assert.equal(offered(JSON.stringify(shared), { package: shared }), undefined, "decided in package.json");
    assert.equal(offered(MANIFEST, { settings: { listens: "shared" } }), undefined, "decided in the editor");
    const connect = 'import net from "node:net";\nnet.connect({ port: 1, localAddress: "10.0.0.1" });\n';
    assert.equal(titled(open(connect, { manifest: MANIFEST }).actions(), TITLE), undefined);
  });

  it("gives way to sharing, as the first suggestion, where the package shares its ports", () => {
    const shares = { portreuse: { listens: "shared" }, engines: { node: ">=22.12" } } as const;
    const titles = open(LISTEN, { package: shares, manifest: JSON.stringify(shares) })
      .actions()
      .map((each) => each.title);
    assert.match(titles[0] ?? "", /^Share the port on Linux/);
    assert.match(titles[1] ?? "", /^State reusePort: false/);
  });

  it("is written without versions for clients that know no document changes", () => {
    const [first] = open(LISTEN, { manifest: MANIFEST }).actions({ versioned: false });
    assert.deepEqual(Object.keys(first?.edit?.changes ?? {}), ["file:///project/package.json"]);
  });
});
