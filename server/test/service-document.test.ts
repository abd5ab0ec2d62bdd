import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parseDocument, parsedFor } from "../src/service/document.ts";

const document = (text: string) => TextDocument.create("file:///a.ts", "", 0, text);
const NOTHING = { file: null, generated: false, broken: false };
const PLAIN = "export const a = 1;";
const NET = 'import net from "node:net";';
/** One line that is longer than anybody writes. */
const MINIFIED = `const a = "${"x".repeat(6_000)}";`;

/** What is known of a text; whether there is a tree, in place of the tree. */
function parsed(text: string) {
  const { file, ...rest } = parseDocument(document(text), "a.ts");
  return { ...rest, file: file === null ? null : "tree" };
}

describe("service: what is parsed", () => {
  it("is text that rules or hovers may have something to say about", () => {
    assert.deepEqual(parsed(PLAIN), { ...NOTHING, shift: 0 });
    assert.deepEqual(parsed(`${NET} net.createServer().listen(3000);`), { ...NOTHING, shift: 0, file: "tree" });
    for (const name of ["net", "node:tls", "http", "node:https", "http2", "dgram"])
      assert.equal(parsed(`import * as it from "${name}";`).file, "tree", name);
    for (const name of ["nett", "./http.js", "node:fs"])
      assert.equal(parsed(`import * as it from "${name}";`).file, null, name);
    assert.equal(parsed('const codes = ["EADDRINUSE"];').file, "tree");
  });

  it("counts a byte order mark", () => {
    assert.equal(parsed(`\uFEFF${PLAIN}`).shift, 1);
    assert.equal(parsed(`\uFEFF${NET}`).shift, 1);
    assert.equal(parsed(`\uFEFF${NET} ${MINIFIED}`).shift, 1);
    assert.equal(parsed(NET).shift, 0);
  });

  it("is not what a machine wrote, nor what is half written", () => {
    assert.deepEqual(parsed(`${NET} ${MINIFIED}`), { ...NOTHING, shift: 0, generated: true });
    assert.deepEqual(parsed(`${NET} net.createServer(`), { ...NOTHING, shift: 0, broken: true });
  });
});

describe("service: what a hover has parsed", () => {
  /** Whether there is a tree for a hover at the `|` of a text in which no rule finds anything. */
  function looked(marked: string): boolean {
    const at = marked.indexOf("|");
    const text = document(marked.replace("|", ""));
    const before = parseDocument(text, "a.ts");
    assert.equal(before.file, null);
    const after = parsedFor(text, before, at, "a.ts");
    assert.ok(after.file !== null || after === before);
    return after.file !== null;
  }

  for (const text of [
    "|fetch(url);",
    "fe|tch(url);",
    "fetch|(url);",
    "await fet|ch (url);",
    "fet|ch\n  (url);",
    "it.fet|ch(url);",
    "[|fetch(url)];",
    ";|fetch(url);",
    "x =>|fetch(url);",
    "(|fetch(url))",
    "|fetch(url)",
    `fet|ch${" ".repeat(99)}(url)`,
  ])
    it(`is the call of a client: ${text.slice(0, 30)}`, () => assert.equal(looked(text), true));

  for (const text of [
    ...["a", "z", "A", "Z", "0", "9", "_", "$"].flatMap((sign) => [`x${sign}|fetch(url);`, `fetch|${sign}(url);`]),
    "fet|ch;",
    "fetch(u|rl);",
    "fetch(url)|;",
    "f|(url);",
    "constru|ctor(url);",
    `fet|ch${" ".repeat(100)}(url)`,
    `${MINIFIED} fet|ch(url);`,
  ])
    it(`is nothing else: ${text.slice(0, 30)}`, () => assert.equal(looked(text), false));

  it("is what there is already, also where it cannot be parsed", () => {
    for (const code of [`${NET} fetch(url);`, `${NET} fetch(url`]) {
      const text = document(code);
      const before = parseDocument(text, "a.ts");
      assert.equal(parsedFor(text, before, code.indexOf("fetch"), "a.ts"), before);
    }
  });
});
