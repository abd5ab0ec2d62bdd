import assert from "node:assert/strict";
import { parseFile } from "../../../server/src/lint/parse.ts";
import { closesBetween as closesAny, isClosedIn, mayClose } from "../../src/sockets/closing.ts";
import { snippet } from "../analysis/marked.ts";
import { callsIn } from "./sites.ts";

const NET =
  'import net from "node:net";\nimport { once } from "node:events";\nconst a = net.createServer();\nconst b = net.createServer();\n';

/** Whether the first of two listens may be closed before the second. */
function closesBetween(between: string): boolean {
  const [first, second] = callsIn(`${NET}a.listen(3000);\n${between}\nb.listen(3000);`).filter(
    ({ op }) => op === "listen",
  );
  if (!first || !second) return assert.fail("two listens");
  return mayClose(first, first.name, second.name);
}

describe("between two listens", () => {
  const cases: [code: string, closes: boolean][] = [
    ["", false],
    ["a.close();", true],
    ["await a.close();", true],
    ["a.close(() => {});", true],
    ["b.close();", false],
    ['await once(a, "close");', true],
    ['await once(a, "listening");', false],
    ["stopEverything();", true],
    ["await shutdown(a);", true],
    ["for (const each of all) each.close();", true],
    ["a.on('close', done);", false],
    ["console.log('close()');", false],
    ["process.on('SIGTERM', () => a.close());", false],
    ["a.on('connection', () => a.close());", false],
    ["setTimeout(() => a.close(), 10);", true],
    ...["stop", "shutdown", "kill", "destroy", "dispose", "terminate", "teardown", "closeAllConnections"].map(
      (name): [string, boolean] => [`a.${name}();`, true],
    ),
    ["a.open();", false],
    ["a[x]();", false],
    ["(() => a)();", false],
    ["other.close();", false],
    ["export function f(x) { x.close(); }", true],
    ["function f(x) { x.close(); } f(a);", true],
    ["function f(x) { x.close(); } f(b);", false],
    ["process.on('exit', () => a.close());", false],
    ["process.on('beforeExit', () => a.close());", false],
    ["a.on('request', () => a.close());", false],
    ["a.on('message', () => a.close());", false],
    ["a.on('data', () => a.close());", false],
    ["a.on('end', () => a.close());", false],
    ["a.on('listening', () => a.close());", true],
    ["it.on('exits', () => a.close());", true],
    ["it.on('send', () => a.close());", true],
    ["it.on('SIG', () => a.close());", true],
    ["it.on('XSIGTERM', () => a.close());", true],
    ["for (const each of [a, b]) each.close();", true],
    ["for (const each of [b]) each.close();", false],
    ["for (const each of [...all]) each.close();", true],
    ["for (const each of []) each.close();", false],
    ["for (const each of [, b]) each.close();", false],
    ["[a].forEach((each) => each.close());", true],
    ["[b].forEach((each) => each.close());", false],
    ["const set = new Set(); for (const each of set) each.close();", false],
    ["const set = new Set(); set.add(a); for (const each of set) each.close();", true],
    ["const set = new Set(); set.add(b); for (const each of set) each.close();", false],
    ["const set = new Set(); export function f(x) { set.add(x); } for (const each of set) each.close();", true],
    ["const set = new Set(); set.add(1); for (const each of set) each.close();", false],
    ["const set = new Set(); set.delete(a); for (const each of set) each.close();", false],
    ["const set = new Set(); set.readd(a); for (const each of set) each.close();", false],
    ["const set = new Set(); set.addAll(a); for (const each of set) each.close();", false],
    ["const set = new Set(); use(set.size); for (const each of set) each.close();", false],
    ["const set = new Set(); x[set](a); for (const each of set) each.close();", true],
    ["const set = new Set(); keep(set); for (const each of set) each.close();", true],
    ["const set = new Set([b]); for (const each of set) each.close();", true],
    ["const set = new Set(); use(...set); for (const each of set) each.close();", false],
    ["const list = []; list.push(a); for (const each of list) each.close();", true],
    ["const list = []; list.unshift(a); for (const each of list) each.close();", true],
    ["const list = []; list.push(b); for (const each of list) each.close();", false],
    ["const list = []; list.push(b); for (const each of [...list]) each.close();", false],
    ["const map = new Map(); map.set(1, a); for (const each of map.values()) each.close();", true],
    ["const map = new Map(); map.set(1, b); for (const each of map.values()) each.close();", false],
    ["const map = new Map(); map.set(1, b); for (const [, each] of map.entries()) each.close();", false],
    ["const map = new Map(); map.set(1, b); for (const each of map.all()) each.close();", true],
    ["const list = []; list.push(b); for (const each of Object.values(list)) each.close();", false],
    ["const list = []; list.push(b); for (const each of Array.from(list)) each.close();", false],
    ["const list = []; list.push(b); for (const each of values(list)) each.close();", true],
    ["const set = new Set(); a.on('connection', (s) => set.add(s)); for (const each of set) each.close();", false],
    ["const set = new Set(); all((s) => set.add(s)); for (const each of set) each.close();", true],
    ["const list = []; list[0] = a; for (const each of list) each.close();", true],
    ["const list = []; list[0] = b; for (const each of list) each.close();", false],
    ["const list = []; use(list[0]); for (const each of list) each.close();", false],
    ["const list = []; x[list[0]] = a; for (const each of list) each.close();", false],
    ["for (const each of a.clients) each.close();", false],
    ["for (const each of it.clients) each.close();", true],
  ];
  for (const [code, closes] of cases)
    it(`${code || "nothing"}: the first ${closes ? "may be" : "is not"} closed`, () =>
      assert.equal(closesBetween(code), closes));
});

describe("before both listens and after both", () => {
  const closes = (code: string) => {
    const [first, second] = callsIn(NET + code);
    return mayClose(first!, first!.name, second!.name);
  };
  it("closes nothing between them", () => {
    assert.equal(closes("a.close(); a.listen(3000); b.listen(3000);"), false);
    assert.equal(closes("a.listen(3000); b.listen(3000); a.close();"), false);
  });
});

describe("a file that closes a server", () => {
  const [site] = callsIn(`${NET}a.listen(3000);`);
  for (const [code, expected] of [
    ["stop();", true],
    ["export function f(x) { x.close(); }", true],
    ["process.on('SIGTERM', stop); process.on('SIGTERM', () => stop());", false],
    ["open();", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => assert.equal(isClosedIn(parseFile(code, "b.mjs"), site!), expected));
});

describe("two calls of one function", () => {
  for (const [code, expected] of [
    ["«f()»; s.close(); «f()»;", true],
    ["«f()»; stop(); «f()»;", true],
    ["s.close(); «f()»; «f()»;", false],
    ["«f()»; «f()»; s.close();", false],
    ["«f()»; s.open(); «f()»;", false],
    ["«f()»; s[x](); «f()»;", false],
    ["«f()»; process.on('SIGTERM', () => s.close()); «f()»;", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => {
      const [one, other] = snippet(code).marks;
      assert.equal(closesAny(one!, other!), expected);
      assert.equal(closesAny(other!, one!), expected);
    });
});
