import assert from "node:assert/strict";
import { mayTake } from "../../src/runs/takes.ts";

const isIt = (specifier: string) => specifier === "./net" || specifier === "../lib/net.js";

const TAKES = [
  'import { dial } from "./net";',
  'import { dial as call } from "./net";',
  'import { type Options, dial } from "./net";',
  'import {\n  hang,\n  dial,\n} from "../lib/net.js";',
  'export { dial } from "./net";',
  'export { hang as dial2, dial as default } from "./net";',
  'export * from "./net";',
  'export * as net from "./net";',
  'import net from "./net";',
  'import net, { hang } from "./net";',
  'import * as net from "./net";\nnet.dial();',
  'import * as net from "./net";\nnet.hang();\nhand(net);',
  'import * as net from "./net";\nconst all = { ...net };',
  'import * as net from "./net";\nnet[name]();',
  'const net = require("./net");\nnet?.dial();',
  'const net = require("./net");\nnet.default();',
  'const net = require("./net");\nmodule.exports = net;',
  'const net_1 = __importStar(require("./net"));\n(0, net_1.dial)();',
  'const { hang, dial: call } = require("./net");',
  'const { hang, [name]: call } = require("./net");',
  'const { ...all } = require("./net"), dial = 1;\nall.dial();',
  'require("./net").dial();',
  'start(require("./net"));',
  'const { hang } = await import("./net");',
  'import { hang } from "./net";\nimport { dial } from "./net";',
  'const name = "./other";',
  'const net = require("./net");\nuse("net");',
  'const net = require("./net");\nuse(1 /net);',
  'const net = require("./net");\nuse(net+a.hang);',
];

const DOES_NOT = [
  'import * as net from "./net";\nnet.hang();\nnetting(planet);',
  'const net = require("./net");\nnet\n  .hang();',
  'import { hang } from "./net";\ndial();',
  'import { hang, dialog } from "./net";',
  'import "./net";',
  'import { dial } from "./other";\nimport { hang } from "./net";',
  'export { hang } from "./net";',
  'import type { Options } from "./net";',
  'import * as net from "./net";\nnet.hang(net.time);',
  'const net = require("./net");\nnet.hang();\nother.net(1);',
  'var net_1 = __importDefault(require("../lib/net.js"));\n(0, net_1.hang)();',
  'const { hang } = require("./net");\nconst dial = 1;',
];

describe("whether a module may take an export of another one, by its text", () => {
  it("with a sign that means something else in an expression", () => {
    assert.equal(mayTake('import { $dial } from "./net";', isIt, ["$dial"]), true);
    assert.equal(mayTake('import { dial } from "./net";', isIt, ["$dial"]), false);
    assert.equal(mayTake('import { $dial } from "./net";', isIt, ["dial"]), false);
  });
  for (const text of TAKES)
    it(`may: ${text.replaceAll("\n", " ")}`, () => assert.equal(mayTake(text, isIt, ["dial"]), true));
  for (const text of DOES_NOT)
    it(`does not: ${text.replaceAll("\n", " ")}`, () => assert.equal(mayTake(text, isIt, ["dial"]), false));
});
