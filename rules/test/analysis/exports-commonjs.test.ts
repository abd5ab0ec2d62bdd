import { checkValues } from "./project.ts";

describe("values of other modules", () => {
  describe("CommonJS", () => {
    checkValues([
      [
        "module.exports",
        "class K",
        { "a.cjs": "const K = require('./b'); «K»;", "b.cjs": "module.exports = class K {};" },
      ],
      [
        "module.exports with names",
        "class K",
        { "a.cjs": "const { K } = require('./b'); «K»;", "b.cjs": "class K {} module.exports = { K };" },
      ],
      [
        "a member of it",
        "class K",
        { "a.cjs": "const b = require('./b'); «b.K»;", "b.cjs": "class K {} module.exports = { K };" },
      ],
      ["exports.x", "class K", { "a.cjs": "const { K } = require('./b'); «K»;", "b.cjs": "exports.K = class K {};" }],
      ["module.exports.x", "class K", { "a.cjs": "«require('./b').K»;", "b.cjs": "module.exports.K = class K {};" }],
      [
        "exports = module.exports",
        "class K",
        { "a.cjs": "«require('./b')»;", "b.cjs": "exports = module.exports = class K {};" },
      ],
      [
        "a property of what is exported whole",
        "class L",
        { "a.cjs": "«require('./b').L»;", "b.cjs": "module.exports = class K {}; module.exports.L = class L {};" },
      ],
      [
        "something that it requires itself",
        "a net.Server",
        {
          "a.cjs": "«require('./b')»;",
          "b.cjs": "module.exports = require('./c');",
          "c.cjs": "module.exports = require('net').createServer();",
        },
      ],
      [
        "two that differ",
        "./b",
        {
          "a.cjs": "const b = require('./b'); «b»;",
          "b.cjs": "if (x) module.exports = class K {}; else module.exports = class L {};",
        },
      ],
      [
        "the default import",
        "class K",
        { "a.ts": "import K from './b.cjs'; «K»;", "b.cjs": "module.exports = class K {};" },
      ],
      [
        "a named import",
        "class K",
        { "a.ts": "import { K } from './b.cjs'; «K»;", "b.cjs": "exports.K = class K {};" },
      ],
      [
        "the default import of names",
        "class K",
        { "a.ts": "import b from './b.cjs'; «b.K»;", "b.cjs": "exports.K = class K {};" },
      ],
      [
        "a namespace",
        "class K",
        { "a.ts": "import * as b from './b.cjs'; «b.K»;", "b.cjs": "module.exports = { K: class K {} };" },
      ],
      [
        "an ES module, required",
        "class K",
        { "a.cjs": "const { default: K } = require('./b'); «K»;", "b.ts": "export default class K {}" },
      ],
      [
        "through an interop helper",
        "class K",
        { "a.cjs": "const b = __importDefault(require('./b')); «b.default»;", "b.ts": "export default class K {}" },
      ],
      ["export =", "class K", { "a.ts": "import K = require('./b'); «K»;", "b.ts": "class K {} export = K;" }],
      ["export =, imported", "class K", { "a.ts": "import K from './b'; «K»;", "b.ts": "class K {} export = K;" }],
      [
        "createRequire",
        "class K",
        {
          "a.ts": "import { createRequire } from 'module'; «createRequire(import.meta.url)('./b')»;",
          "b.cjs": "module.exports = class K {};",
        },
      ],
    ]);
  });
});
