import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, TextEdit } from "vscode-languageserver-types";
import { open, titled, type Given } from "./service-fixture.ts";

const LISTEN = 'import http from "node:http";\n\nhttp.createServer().listen(3000);\n';
const SETTINGS = { setSeverity: "portreuse.setSeverity" };

/** The package.json after `Set … to "level"`. */
function changed(manifest: string, level: string, given: Given = {}): string | undefined {
  const action = titled(open(LISTEN, { ...given, manifest }).actions(), new RegExp(`to "${level}" in package\\.json$`));
  return action && TextDocument.applyEdits(TextDocument.create("", "json", 0, manifest), editsOf(action));
}

function editsOf({ edit }: CodeAction): TextEdit[] {
  return (edit?.documentChanges ?? []).flatMap((each) =>
    "edits" in each && each.textDocument.uri === "file:///project/package.json" ? (each.edits as TextEdit[]) : [],
  );
}

describe("service: the severity of a rule", () => {
  it("is set in package.json, which then decides", () => {
    const text = changed('{\n  "name": "api"\n}\n', "off");
    assert.equal(
      text,
      '{\n  "name": "api",\n  "portreuse": {\n    "rules": {\n      "require-reuse-option": "off"\n    }\n  }\n}\n',
    );
    assert.match(changed('{\n  "name": "api"\n}\n', "error") ?? "", /"require-reuse-option": "error"/);
    assert.equal(changed("{}", "warn"), undefined, "it is a warning already");
  });

  it("keeps the rule's options, the other rules and the name that is there", () => {
    assert.deepEqual(
      JSON.parse(
        changed(
          '{"portreuse":{"node":">=22","rules":{"portreuse/require-reuse-option":["warn",{"apis":"all"}],"no-fixed-local-port":"off"}}}',
          "error",
        ) ?? "",
      ),
      {
        portreuse: {
          node: ">=22",
          rules: { "portreuse/require-reuse-option": ["error", { apis: "all" }], "no-fixed-local-port": "off" },
        },
      },
    );
  });

  it("is not offered in a package.json that cannot be written or does not decide", () => {
    for (const broken of ["{", "[]", '{"portreuse":1}', '{"portreuse":{"rules":[]}}'])
      assert.equal(changed(broken, "off"), undefined, broken);
    const inEditor = { "require-reuse-option": { level: "warn" } } as const;
    assert.equal(changed("{}", "off", { severities: { inEditor } }), undefined, "the editor's settings win");
  });

  it("is changed in the settings of clients that can", () => {
    const asked = titled(open(LISTEN).actions(SETTINGS), /^Set require-reuse-option in the workspace/);
    const given = { rule: "require-reuse-option", uri: "file:///project/src/server.ts", current: "warn" };
    assert.equal(asked?.command?.command, "portreuse.setSeverity");
    assert.deepEqual(asked?.command?.arguments, [{ ...given, scope: "workspace" }]);
    const off = titled(open(LISTEN).actions(SETTINGS), /^Set require-reuse-option to "off" in this folder/);
    assert.deepEqual(off?.command?.arguments, [{ ...given, scope: "folder", level: "off" }]);
    assert.equal(titled(open(LISTEN).actions(), /settings/), undefined);
    const alone = open(LISTEN, { severities: { inFolder: false } });
    assert.equal(titled(alone.actions(SETTINGS), /settings/), undefined, "there is no folder");
  });

  it("is left alone where an ESLint configuration or a comment states it", () => {
    const given = { manifest: "{}" };
    const eslint = open(LISTEN, { ...given, severities: { fromEslint: true } });
    const comment = open(`/* eslint portreuse/require-reuse-option: "error" */\n${LISTEN}`, given);
    assert.equal(comment.diagnostics[0]?.severity, 1);
    for (const each of [eslint, comment]) assert.equal(titled(each.actions(SETTINGS), /^Set /), undefined);
  });
});
