import assert from "node:assert/strict";
import { intervalOf } from "../../src/analysis/intervals.ts";
import "../../src/analysis/values.ts";
import { marked } from "./marked.ts";

/** Lower end, upper end, whether only integers occur. */
type Stated = [min: number, max: number, integer: boolean] | null;

/** What an upper end is where `Math.random()` stays below it by a hair. */
const below = (value: number) => value * (1 - Number.EPSILON / 2);

describe("intervalOf", () => {
  const cases: [code: string, Stated][] = [
    ["«3000»", [3000, 3000, true]],
    ["«2.5»", [2.5, 2.5, false]],
    ["«'3000'»", null],
    ["«Infinity»", null],
    ["«x»", null],
    ["«Math.random()»", [0, below(1), false]],
    ["«-Math.random()»", [-below(1), -0, false]],
    ["«+Math.random()»", [0, below(1), false]],
    ["«Math.random() * 1000»", [0, below(1000), false]],
    ["«Math.floor(Math.random() * 1000)»", [0, 999, true]],
    ["«Math.ceil(Math.random() * 1000)»", [0, 1000, true]],
    ["«Math.round(Math.random() * 1000)»", [0, 1000, true]],
    ["«Math.trunc(Math.random() * 1000) + 3000»", [3000, 3999, true]],
    ["«~~(Math.random() * 10)»", [0, 9, true]],
    ["«Math.random() * 10 | 0»", [0, 9, true]],
    ["«Math.random() * 10 >>> 0»", [0, 9, true]],
    ["«parseInt(Math.random() * 10)»", [0, 9, true]],
    ["«Number(5) - Math.floor(Math.random() * 3)»", [3, 5, true]],
    ["«-2 * Math.floor(Math.random() * 3)»", [-4, -0, true]],
    ["«Date.now() % 1000»", [0, 999, true]],
    ["«process.pid»", [1, 4_194_304, true]],
    ["«3000 + process.pid % 100»", [3000, 3099, true]],
    ["«process.pid % x»", null],
    ["«-process.pid % 10»", null],
    ["«50 % 100»", [50, 50, true]],
    ["«Math.min(Math.floor(Math.random() * 10), 5)»", [0, 5, true]],
    ["«Math.max(Math.floor(Math.random() * 10), 5)»", [5, 9, true]],
    ["«Math.max(x, 5)»", null],
    ["«Math.sqrt(4)»", null],
    ["import { randomInt } from 'node:crypto'; «randomInt(10)»", [0, 9, true]],
    ["import { randomInt } from 'node:crypto'; «randomInt(3000, 3010)»", [3000, 3009, true]],
    ["import { randomInt } from 'node:crypto'; «randomInt(x, 3010)»", null],
    ["const port = 3000 + Math.floor(Math.random() * 10); «port»", [3000, 3009, true]],
    ["const port = () => Math.floor(Math.random() * 10); «port()»", [0, 9, true]],
    ["const port = (n) => Math.floor(Math.random() * n); «port(3)»", null],
    ["const port = async () => 5; «port()»", null],
    ["function port() { if (x) return 1; return Math.random(); } «port()»", null],
    ["for (let i = 0; i < 10; i++) f(«3000 + i»)", [3000, 3009, true]],
    ["for (let i = 1; i <= 10; i++) f(«i»)", [1, 10, true]],
    ["for (let i = 0; i < 10; i++) { if (x) break; f(«i»); }", null],
    ["for (let i = 0; i < 10; i++) { i = 3; f(«i»); }", null],
    ["for (let i = 10; i > 0; i--) f(«i»)", null],
    ["for (let i = 0; i < x; i++) f(«i»)", null],
    ["for (let i = 5; i < 5; i++) f(«i»)", null],
    ["const Math = m; «Math.floor(2.5)»", null],
    ["for (let i = 0, j = 1; i < 10; i++) f(«i»)", null],
    ["let i = 0; for (; i < 10; i++) f(«i»)", null],
    ["let j = 0; for (let i = 0; j < 10; i++) f(«i»)", null],
    ["let j = 0; for (let i = 0; i < 10; j++) { i = 1; f(«i») }", null],
    ["for (let i = 0; i + 1 < 10; i++) f(«i»)", null],
    ["for (let i = 0; ; i++) f(«i»)", null],
    ["for (let i = 0; g(i); i++) f(«i»)", null],
    ["for (let i = 0; i < 10; i += 1) f(«i»)", null],
    ["for (let i; i < 10; i++) f(«i»)", null],
    ["for (let i = Math.random(); i < 10; i++) f(«i»)", null],
    ["for (let i = 0; i < Math.random(); i++) f(«i»)", null],
    ["for (let i = 0; i != 10; i++) f(«i»)", null],
    ["for (let i = 0; i <= 0; i++) f(«i»)", [0, 0, true]],
    ["for (let i = 0; i < 3; i++) for (let j = 0; j < 5; j++) f(«i»)", [0, 2, true]],
    ["for (let i = 0; i < 3; i++) for (let j = 0; j < 5; j++) f(«i + j»)", [0, 6, true]],
    ["for (let i = Math.floor(Math.random() * 4); i < 10; i++) f(«i»)", [0, 9, true]],
    ["for (let i = 0; i < 10; i++) { if (x) continue; f(«i»); }", null],
    ["for (let i = 0; i < 10; i++) { if (x) throw 1; f(«i»); }", null],
    ["for (const i of x) f(«i»)", null],
    ["«Math.random() * 10 | 1»", null],
    ["«Math.random() * -10 | 0»", null],
    ["«Math.random() * 10 >> 0»", [0, 9, true]],
    ["«Math.random() / 2»", null],
    ["«Math.random() % 5»", null],
    ["«process.pid % 2.5»", null],
    ["«process.pid % 0»", null],
    ["«process.pid % -5»", null],
    ["«process.pid % process.pid»", null],
    ["«Math.floor(Math.random() * 5) % 5»", [0, 4, true]],
    ["«Math.floor(Math.random() * 6) % 5»", [0, 4, true]],
    ["«(Math.floor(Math.random() * 3) - 5) * (Math.floor(Math.random() * 3) - 7)»", [15, 35, true]],
    ["«(Math.floor(Math.random() * 3) - 1) * (Math.floor(Math.random() * 6) - 2)»", [-3, 3, true]],
    ["«Math.random() + Math.floor(Math.random() * 2)»", [0, 1 + below(1), false]],
    ["«x + process.pid»", null],
    ["«process.pid + x»", null],
    ["«!Math.random()»", null],
    ["«-x»", null],
    ["«~x»", null],
    ["class C { #a; m(o) { «#a in o»; } }", null],
    ["«Number(Math.random())»", [0, below(1), false]],
    ["«Number()»", null],
    ["«String(Math.random())»", null],
    ["«parseInt(x)»", null],
    ["«Math.floor()»", null],
    ["«Math.min()»", null],
    ["«Math.abs(Math.random())»", null],
    ["«Math.max(...[Math.random()])»", null],
    ["«Math.min(Math.random(), process.pid)»", [0, below(1), false]],
    ["«process.ppid»", null],
    ["«Date.parse(x)»", null],
    ["import { randomInt } from 'node:crypto'; «randomInt(10, x)»", null],
    ["import { randomInt } from 'node:crypto'; «randomInt(x)»", null],
    ["import { randomInt } from 'node:crypto'; «randomInt()»", null],
    ["import { randomBytes } from 'node:crypto'; «randomBytes(3)»", null],
    ["const port = async () => Math.random(); «port()»", null],
    ["function* port() { return Math.random(); } «port()»", null],
    ["function port(a) { return Math.random(); } «port()»", null],
    ["function port() { return Math.random(); } «port(1)»", null],
    ["function port() { return Math.random(); } «port()»", [0, below(1), false]],
    ["function port() { while (x) f(); return Math.random(); } «port()»", null],
    ["function port() { try { return Math.random(); } catch {} } «port()»", null],
    ["function port() { return 1 * Math.random(); return Math.random(); } «port()»", null],
  ];
  for (const [code, expected] of cases)
    it(`${code} → ${expected === null ? "unknown" : expected.join(" ")}`, () => {
      const found = intervalOf(marked(code));
      assert.deepEqual(found, expected && { min: expected[0], max: expected[1], integer: expected[2] });
    });

  it("holds every number that the code gives, and both ends are reached", () => {
    for (const code of [
      "3000 + Math.floor(Math.random() * 4)",
      "-2 * Math.floor(Math.random() * 3)",
      "Math.floor(Math.random() * 3) - Math.floor(Math.random() * 3)",
      "Math.floor(Math.random() * 100) % 4",
      "~~(Math.random() * 4) * (Math.floor(Math.random() * 3) - 1)",
    ]) {
      const found = intervalOf(marked(`«${code}»`)) ?? assert.fail(code);
      const run = new Function(`return ${code};`) as () => number;
      const numbers = Array.from({ length: 2_000 }, () => run());
      assert.ok(
        numbers.every((each) => each >= found.min && each <= found.max && Number.isInteger(each)),
        code,
      );
      assert.deepEqual([Math.min(...numbers) + 0, Math.max(...numbers) + 0], [found.min + 0, found.max + 0], code);
    }
  });
});
