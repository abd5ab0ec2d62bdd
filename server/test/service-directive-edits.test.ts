import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { disableFile, disableLine, type DirectiveEdit } from "../src/service/actions/directive-edits.ts";
import { parseText } from "../src/service/document.ts";

type Tool = "eslint" | "portreuse";
type Row = readonly [text: string, expected: string, tool?: Tool];

function applied(document: TextDocument, edit: DirectiveEdit | null): string {
  assert.ok(edit);
  const text = document.getText();
  const [start, end] = [document.offsetAt(edit.range.start), document.offsetAt(edit.range.end)];
  return text.slice(0, start) + edit.before + (edit.after ?? "") + text.slice(end);
}

/** Switches the rule `r` off at the `|`, in a text of TypeScript with JSX. */
function line(marked: string, tool: Tool = "eslint"): string {
  const text = marked.replace("|", "");
  const document = TextDocument.create("file:///a.tsx", "", 0, text);
  const start = document.positionAt(marked.indexOf("|"));
  return applied(document, disableLine(document, parseText(text, "a.tsx"), "r", tool, { start, end: start }));
}

function whole(text: string, tool: Tool = "eslint"): string {
  const document = TextDocument.create("file:///a.tsx", "", 0, text);
  return applied(document, disableFile(document, parseText(text, "a.tsx"), "r", tool));
}

function table(title: string, edited: (text: string, tool?: Tool) => string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [text, expected, tool] of rows)
      it(JSON.stringify(text), () => assert.equal(edited(text, tool), expected));
  });
}

const NEXT = "// eslint-disable-next-line portreuse/r\n";
const ALL = "/* eslint-disable portreuse/r */\n";

table("service: a rule is switched off for a line", line, [
  ["|b();", `${NEXT}b();`],
  ["|b();", "// portreuse-disable-next-line r\nb();", "portreuse"],
  ["a();\n  x.|b();", `a();\n  ${NEXT}  x.b();`],
  ["a();\r\n|b();", "a();\r\n// eslint-disable-next-line portreuse/r\r\nb();"],
  ["\uFEFF|b();", `\uFEFF${NEXT}b();`],
  ["// note\n|b();", `// note\n${NEXT}b();`],
  ["// eslint-disable-next-line x\na();\n|b();", `// eslint-disable-next-line x\na();\n${NEXT}b();`],
  ["// eslint-disable-next-line x\n|b();", "// eslint-disable-next-line x, portreuse/r\nb();"],
  ["a();\n// eslint-disable-next-line x\n|b();", "a();\n// eslint-disable-next-line x, portreuse/r\nb();"],
  ["// eslint-disable-next-line x--y\n|b();", "// eslint-disable-next-line x--y, portreuse/r\nb();"],
  ["// eslint-disable-next-line -- why\n|b();", `// eslint-disable-next-line -- why\n${NEXT}b();`],
  [
    "// eslint-disable-next-line x -- no portreuse-x\n|b();",
    "// eslint-disable-next-line x, portreuse/r -- no portreuse-x\nb();",
  ],
  ["// oxlint-disable-next-line x\n|b();", "// oxlint-disable-next-line x, portreuse/r\nb();"],
  ["// portreuse-disable-next-line x\n|b();", "// portreuse-disable-next-line x, r\nb();"],
  ["// see portreuse-disable-next-line x\n|b();", `// see portreuse-disable-next-line x\n${NEXT}b();`],
  ["// eslint-disable-next-line x\n|b();", "// eslint-disable-next-line x, portreuse/r\nb();", "portreuse"],
  ["// eslint-disable-next-line x -- why\n|b();", "// eslint-disable-next-line x, portreuse/r -- why\nb();"],
  ["/* eslint-disable-next-line x */\n|b();", "/* eslint-disable-next-line x, portreuse/r */\nb();"],
  ["\uFEFF/* eslint-disable-next-line x */\n|b();", "\uFEFF/* eslint-disable-next-line x, portreuse/r */\nb();"],
  ["a(); // eslint-disable-line x\n|b();", `a(); // eslint-disable-line x\n${NEXT}b();`],
  ["f(`x`, |b());", `${NEXT}f(\`x\`, b());`],
  ["`x\n  ${|b()}`;", "`x\n  ${/* eslint-disable-line portreuse/r */ b()}`;"],
  ["`x\n${|b()}`;", "`x\n${/* eslint-disable-line portreuse/r */ b()}`;"],
  ["`x${y}\n${|b()} z`;", "`x${y}\n${/* eslint-disable-line portreuse/r */ b()} z`;"],
  ["`x`;\n|b();", `\`x\`;\n${NEXT}b();`],
  ["`x\n`;\n|b();", `\`x\n\`;\n${NEXT}b();`],
  ["a = <p>\n  {|b()}\n</p>;", "a = <p>\n  {/* eslint-disable-next-line portreuse/r */}\n  {b()}\n</p>;"],
  ["a = <p>\n{|b()}\n</p>;", "a = <p>\n{/* eslint-disable-next-line portreuse/r */}\n{b()}\n</p>;"],
  ["a = <>\n{|b()}\n</>;", "a = <>\n{/* eslint-disable-next-line portreuse/r */}\n{b()}\n</>;"],
  ["a = <p>\n  x {|b()}\n</p>;", "a = <p>\n  {/* eslint-disable-next-line portreuse/r */}\n  x {b()}\n</p>;"],
  ["a = <p>{() => {\n  |b();\n}}</p>;", `a = <p>{() => {\n  ${NEXT}  b();\n}}</p>;`],
]);

table("service: a rule is switched off for a file", whole, [
  ["b();", `${ALL}b();`],
  ["b();", "/* portreuse-disable r */\nb();", "portreuse"],
  ["b();\r\n", "/* eslint-disable portreuse/r */\r\nb();\r\n"],
  ["\uFEFFb();", `\uFEFF${ALL}b();`],
  ["#!/usr/bin/env node\nb();", `#!/usr/bin/env node\n${ALL}b();`],
  ["#!/usr/bin/env node\r\nb();", "#!/usr/bin/env node\r\n/* eslint-disable portreuse/r */\r\nb();"],
  ["// #!x\nb();", `${ALL}// #!x\nb();`],
  ["/* note */ b();", `${ALL}/* note */ b();`],
  ["/* eslint-disable x */ b();", "/* eslint-disable x, portreuse/r */ b();"],
  ["/* eslint-disable x */b();", "/* eslint-disable x, portreuse/r */b();"],
  ["/* eslint-disable x -- why */ b();", "/* eslint-disable x, portreuse/r -- why */ b();"],
  ["/* eslint-disable x */", "/* eslint-disable x, portreuse/r */"],
  ["/* eslint-disable-next-line x */ b();", `${ALL}/* eslint-disable-next-line x */ b();`],
  ["// eslint-disable x\nb();", `${ALL}// eslint-disable x\nb();`],
  ["b();\n/* eslint-disable x */\nc();", `${ALL}b();\n/* eslint-disable x */\nc();`],
]);
