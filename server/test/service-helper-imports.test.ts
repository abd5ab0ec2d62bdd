import assert from "node:assert/strict";
import { parseFile } from "../src/lint/parse.ts";
import { dialectOf, importOf, specifierOf } from "../src/service/connect-helper/imports.ts";

const MODULE = "import a from 'a';";

describe("connect helper: the dialect of the module beside a file", () => {
  for (const [path, text, expected] of [
    ["a.ts", MODULE, "ts"],
    ["a.tsx", MODULE, "ts"],
    ["a.mts", MODULE, "mts"],
    ["a.cts", "", "cts"],
    ["a.mjs", "", "mjs"],
    ["a.cjs", "", "cjs"],
    ["ts/a.js", "const a = require('a');", "cjs"],
    ["a.js", "f();", "cjs"],
    ["a.js", MODULE, "mjs"],
    ["a.jsx", MODULE, "mjs"],
    ["a.js", "f();\nexport const a = 1;", "mjs"],
    ["a.js", "f();\nexport default 1;", "mjs"],
    ["a.js", "export * from 'a';", "mjs"],
    ["a.js", "import('a');", "cjs"],
  ] as const)
    it(`${path}: ${text || "nothing"}`, () => assert.equal(dialectOf(parseFile(text, path), path), expected));
});

describe("connect helper: how a file names the module beside it", () => {
  const CASES: readonly (readonly [path: string, text: string, type: string | null, expected: string])[] = [
    ["a.mjs", "", null, "./no-port.mjs"],
    ["a.cjs", "", null, "./no-port.cjs"],
    ["a.ts", "", null, "./no-port"],
    ["a.ts", "", "commonjs", "./no-port"],
    ["a.ts", "", "module", "./no-port.js"],
    ["a.mts", "", null, "./no-port.mjs"],
    ["a.cts", "", null, "./no-port.cjs"],
    ["a.ts", "import './b.ts';", null, "./no-port.ts"],
    ["a.ts", "import '../b.tsx';", null, "./no-port.ts"],
    ["a.mts", "import './b.mts';", null, "./no-port.mts"],
    ["a.ts", "import './b.js';", null, "./no-port.js"],
    ["a.ts", "import './b.jsx';", null, "./no-port.js"],
    ["a.ts", "import './b.mjs';", null, "./no-port.js"],
    ["a.ts", "import './b.js'; import './c.ts';", null, "./no-port.ts"],
    ["a.ts", "import './b';", "module", "./no-port"],
    ["a.ts", "import './b.json';", "module", "./no-port"],
    ["a.ts", "import './b.js/c';", null, "./no-port"],
    ["a.ts", "import 'b.js';", null, "./no-port"],
    ["a.ts", "import 'b.ts';", "module", "./no-port.js"],
  ];
  for (const [path, text, type, expected] of CASES)
    it(`${path}${type === null ? "" : ` of a package of type ${type}`}: ${text || "nothing"}`, () => {
      const file = parseFile(text, path);
      const manifest = type === null ? null : ({ type } as object);
      assert.equal(specifierOf(file, "no-port", dialectOf(file, path), manifest), expected);
    });
});

describe("connect helper: its import", () => {
  /** The text with the import, and the name that the code then calls. */
  function imported(text: string, path = "a.js", lineEnd = "\n"): [string, string] {
    const { local, edits } = importOf(parseFile(text, path), "createAgent", "./no-port.js", lineEnd);
    const [edit] = edits;
    return [local, edit ? text.slice(0, edit.range[0]) + edit.text + text.slice(edit.range[1]) : text];
  }
  for (const [text, expected] of [
    ['import a from "a";\nf();\n', 'import a from "a";\nimport { createAgent } from "./no-port.js";\nf();\n'],
    ["import a from 'a';\nf();\n", "import a from 'a';\nimport { createAgent } from './no-port.js';\nf();\n"],
    ['import a from "a"\nf()\n', 'import a from "a"\nimport { createAgent } from "./no-port.js"\nf()\n'],
    [
      'import a from "a";\nf();\nimport b from "b";\ng();\n',
      'import a from "a";\nf();\nimport b from "b";\nimport { createAgent } from "./no-port.js";\ng();\n',
    ],
    [
      'const a = require("a");\nf();\n',
      'const a = require("a");\nconst { createAgent } = require("./no-port.js");\nf();\n',
    ],
    ["const a = require('a')\nf()\n", "const a = require('a')\nconst { createAgent } = require('./no-port.js')\nf()\n"],
    [
      'const x = 1, a = require("a");\nf();\n',
      'const x = 1, a = require("a");\nconst { createAgent } = require("./no-port.js");\nf();\n',
    ],
    [
      'f(require("a"));\nlet b = a("b"), c = a.require("c"), d = require(e), h;\n',
      'const { createAgent } = require("./no-port.js");\nf(require("a"));\nlet b = a("b"), c = a.require("c"), d = require(e), h;\n',
    ],
    ["export const a = f('b');\n", "import { createAgent } from './no-port.js';\nexport const a = f('b');\n"],
    [
      'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\n',
      'import { createRequire } from "node:module";\nimport { createAgent } from "./no-port.js";\nconst require = createRequire(import.meta.url);\n',
    ],
    ['"use strict";\nf();\n', '"use strict";\nimport { createAgent } from "./no-port.js";\nf();\n'],
    ["f();\n", 'import { createAgent } from "./no-port.js";\nf();\n'],
    ["", 'import { createAgent } from "./no-port.js";\n'],
  ] as const)
    it(text || "nothing", () => assert.deepEqual(imported(text), ["createAgent", expected]));

  it("has the line breaks of the file", () =>
    assert.deepEqual(imported('import a from "a";\r\n', "a.js", "\r\n"), [
      "createAgent",
      'import a from "a";\r\nimport { createAgent } from "./no-port.js";\r\n',
    ]));

  it("is another name where the file has that one", () => {
    const own = "const createAgent = 1;\n";
    assert.deepEqual(imported(`import a from "a";\n${own}`), [
      "createAgentWithoutPort",
      `import a from "a";\nimport { createAgent as createAgentWithoutPort } from "./no-port.js";\n${own}`,
    ]);
    assert.deepEqual(imported(`const a = require("a");\n${own}`), [
      "createAgentWithoutPort",
      `const a = require("a");\nconst { createAgent: createAgentWithoutPort } = require("./no-port.js");\n${own}`,
    ]);
    assert.equal(imported("const createAgents = 1, recreateAgent = 2;\n")[0], "createAgent");
  });

  it("is none where the file has it", () => {
    for (const [specifiers, local] of [
      ["{ createAgent }", "createAgent"],
      ["{ createAgent as made }", "made"],
      ['{ "createAgent" as made }', "made"],
      ["{ connectFrom, createAgent }", "createAgent"],
    ] as const) {
      const text = `import ${specifiers} from "./no-port.js";\n`;
      assert.deepEqual(imported(text), [local, text]);
    }
    for (const text of [
      'import { createAgent } from "./other.js";\n',
      'import createAgent from "./no-port.js";\n',
      'import * as createAgent from "./no-port.js";\n',
      'import { connectFrom as createAgent } from "./no-port.js";\n',
    ])
      assert.equal(imported(text)[0], "createAgentWithoutPort", text);
  });
});
