/**
 * Programs in which many ways lead from one name to another: names that are set from each other, functions that call each
 * other, objects that are made of each other. Nobody writes them so dense; but a function that calls itself in three
 * places has 3²⁰ ways of twenty steps, and that is written.
 */

/** Puts `of(0) … of(n - 1)` one behind the other. */
function list(n: number, of: (i: number) => string, between = " "): string {
  return Array.from({ length: n }, (_, i) => of(i)).join(between);
}

/** `x0` is `first`, and each after it is made of the one before. */
function chain(n: number, first: string, made: (before: string) => string): string {
  return list(n, (i) => `const x${i} = ${i === 0 ? first : made(`x${i - 1}`)};`);
}

/** By name: a program of size `n` around what is done with a value. */
export const denseShapes: Readonly<Record<string, (use: (value: string) => string, n: number) => string>> = {
  "names set from each other": (use, n) =>
    `let a = b; ${list(n, () => "a = b;")} let b = a; ${list(n, () => "b = a;")} ${use("a")}`,
  "a ring of names": (use, n) =>
    `${list(n, (i) => `let v${i} = v${(i + 1) % n}; v${i} = v${(i + 2) % n}; v${i} = v${(i + 3) % n};`)} ${use("v0")}`,
  sums: (use, n) => `${chain(n, "given", (x) => `${x} + ${x}`)} ${use(`x${n - 1}`)}`,
  alternatives: (use, n) => `${chain(n, "given", (x) => `${x} || ${x}`)} ${use(`x${n - 1}`)}`,
  defaults: (use, n) => `${chain(n, "process.env.PORT", (x) => `${x} ?? ${x}`)} ${use(`x${n - 1}`)}`,
  choices: (use, n) => `${chain(n, "given", (x) => `${x} ? ${x} : ${x}`)} ${use(`x${n - 1}`)}`,
  templates: (use, n) => `${chain(n, "given", (x) => `\`\${${x}}\${${x}}\``)} ${use(`x${n - 1}`)}`,
  conversions: (use, n) => `${chain(n, "given", (x) => `Number(${x} || ${x}) || parseInt(${x})`)} ${use(`x${n - 1}`)}`,
  "a function that calls itself": (use, n) => `function f(p) { ${use("p")} ${list(n, () => "f(p);")} } f(given);`,
  "a function that only itself calls": (use, n) => `function f(p) { ${use("p")} ${list(n, () => "f(p);")} }`,
  "two functions that call each other": (use, n) =>
    `function f(p) { ${list(n, () => "g(p);")} } function g(p) { ${use("p")} ${list(n, () => "f(p);")} } f(given);`,
  "functions that all call all": (use, n) =>
    `${list(n, (i) => `function f${i}(p) { ${i === 0 ? use("p") : ""} ${list(n, (j) => `f${j}(p);`)} }`)} f0(given);`,
  "functions that call the next one three times": (use, n) =>
    `${list(n, (i) => {
      const next = `f${i - 1}(p);`;
      return `function f${i}(p) { ${i === 0 ? use("p") : next + next + next} }`;
    })} f${n - 1}(given);`,
  "objects spread into each other twice": (use, n) =>
    `${chain(n, "{ port: given }", (x) => `{ ...${x}, ...${x} }`)} ${use(`x${n - 1}`)}`,
  "objects assigned into each other twice": (use, n) =>
    `${chain(n, "{ port: given }", (x) => `Object.assign({}, ${x}, ${x})`)} ${use(`x${n - 1}`)}`,
  "a ring of objects that are assigned into each other": (use, n) =>
    `${list(n, (i) => `const x${i} = {};`)} ${list(n, (i) => list(3, (j) => `Object.assign(x${i}, x${(i + j + 1) % n});`))} ${use("x0")}`,
  "an object of its own properties": (use, n) =>
    `const o = { ${list(n, (i) => `p${i}: o.p${(i + 1) % n}`, ", ")} }; ${use("o.p0")}`,
  "functions that return the one before twice": (use, n) =>
    `${list(n, (i) => {
      const before = `r${i - 1}()`;
      return `function r${i}() { ${i === 0 ? "return given;" : `if (other) return ${before}; return ${before};`} }`;
    })} ${use(`r${n - 1}()`)}`,
  "a ring of functions that return each other": (use, n) =>
    `${list(n, (i) => `function r${i}() { if (other) return r${(i + 1) % n}(); return r${(i + 2) % n}(); }`)} ${use("r0()")}`,
  "objects that are one of many": (use, n) =>
    `let x0 = { port: given }; ${list(8, (i) => `let x${i + 1} = x${i}; ${list(n, () => `if (other) x${i + 1} = x${i};`)}`)} ${use("x8")}`,
  "lists of lists": (use, n) =>
    `${list(n, (i) => `const [x${i}] = ${i === 0 ? "[given]" : `[x${i - 1}, x${i - 1}]`};`)} ${use(`x${n - 1}`)}`,
  "parameters with defaults": (use, n) =>
    `${list(n, (i) => `function d${i}(p = ${i === 0 ? "3000" : `d${i - 1}() || d${i - 1}()`}) { return p; }`)} ${use(`d${n - 1}()`)}`,
  "a class whose methods all call all": (use, n) =>
    `class C { ${list(n, (i) => `m${i}(p) { ${i === 0 ? use("p") : ""} ${list(n, (j) => `this.m${j}(p);`)} }`)} } new C().m0(given);`,
  "a class that sets its field from it": (use, n) =>
    `class C { constructor(p) { this.p = p; ${list(n, () => "this.p = this.p || p;")} } start() { ${use("this.p")} ${list(n, () => "this.start();")} } } new C(given).start();`,
  "getters that read each other": (use, n) =>
    `const o = { ${list(n, (i) => `get p${i}() { return this.p${(i + 1) % n} || this.p${(i + 2) % n}; }`, ", ")} }; ${use("o.p0")}`,
  "tests made of tests": (use, n) =>
    `${chain(n, "cluster.isPrimary", (x) => `${x} && !${x} || ${x}`)} if (x${n - 1}) { ${use("3000")} }`,
  "tests made of functions": (use, n) =>
    `${list(n, (i) => `function t${i}() { return ${i === 0 ? "cluster.isPrimary" : `t${i - 1}() && !t${i - 1}()`}; }`)} if (t${n - 1}()) { ${use("3000")} }`,
  "callbacks handed on twice": (use, n) =>
    `${list(n, (i) => `function c${i}(done) { ${i === 0 ? "done();" : `c${i - 1}(done); c${i - 1}(done);`} }`)} c${n - 1}(() => { ${use("3000")} });`,
  "callbacks that all hand on to all": (use, n) =>
    `${list(n, (i) => `function c${i}(done) { done(); ${list(n, (j) => `c${j}(done);`)} }`)} c0(() => { ${use("3000")} });`,
  "options handed on in three ways": (use, n) =>
    `${list(n, (i) => `function h${i}(o) { ${i === 0 ? use("o") : `h${i - 1}({ ...o }); h${i - 1}(o); h${i - 1}({ port: o.port });`} }`)} h${n - 1}({ port: given });`,
  "options taken apart and put together": (use, n) =>
    `${list(n, (i) => `function h${i}({ port, host }) { ${i === 0 ? use("port") : `h${i - 1}({ port, host }); h${i - 1}({ port: port || host });`} }`)} h${n - 1}({ port: given });`,
};

/** By name: what is done with a value. */
export const denseUses: Readonly<Record<string, (value: string) => string>> = {
  "the port of a server": (v) =>
    `const s = net.createServer(); s.on("error", () => {}); s.listen(${v}, "127.0.0.1"); s.close(() => s.listen(${v}));`,
  "the port of threads and of a cluster": (v) =>
    `new Worker("./worker.js", { workerData: ${v}, argv: [${v}] }); if (cluster.isPrimary) cluster.fork({ PORT: ${v} }); http.createServer(app).listen({ port: ${v}, exclusive: true }); http.createServer(app).listen(${v});`,
  "options of a server and of a client": (v) =>
    `net.createServer().listen(${v}); net.connect({ ...${v}, localAddress: ${v}.address, localPort: ${v} }); new http.Agent(${v});`,
  "a test and a host": (v) =>
    `if (${v}) net.createServer().listen({ port: 3000, host: ${v}, reusePort: ${v}, ipv6Only: !${v} });`,
  "a datagram socket": (v) =>
    `const u = dgram.createSocket({ type: ${v}, reuseAddr: ${v} }); u.bind({ port: ${v}, exclusive: ${v} }, () => u.addMembership(${v}));`,
  "a server and its handlers": (v) =>
    `${v}.listen(3000); ${v}.on("error", ${v}); process.on("SIGTERM", ${v}); setTimeout(${v}, 100); ${v}(3000);`,
};

const IMPORTS =
  'import cluster from "node:cluster"; import dgram from "node:dgram"; import http from "node:http"; import net from "node:net"; import { Worker } from "node:worker_threads";';

/** A whole file of one shape and one use. */
export function denseProgram(shape: string, use: string, n: number): string {
  return `${IMPORTS}\n${denseShapes[shape]!(denseUses[use]!, n)}\n`;
}

/** By name: programs that are long in one direction, with one listen or more that is reported. */
export const longPrograms: Readonly<Record<string, string>> = {
  "a server with 1,500 listeners in one chain": `net.createServer()${".on('x', () => {})".repeat(1500)}.listen(3000);`,
  "a call of what a call gives, 2,000 times": `net.createServer(app${"()".repeat(2000)}).listen(3000);`,
  "a member of a member, 3,000 times": `net.createServer().listen(3000, config${".next".repeat(3000)});`,
  "1,500 forks": `if (cluster.isPrimary) { ${"cluster.fork();".repeat(1500)} } net.createServer().listen(3000);`,
  "1,000 listeners by their names": `const s = net.createServer(); ${list(1000, (i) => `function f${i}() {} s.on("error", f${i});`)} function start() { s.listen(3000); } start();`,
  "a class behind 300 classes, each of which listens": `${list(300, (i) => `class C${i} extends ${i === 0 ? "net.Server" : `C${i - 1}`} { start() { this.listen(3000); } }`)} new C299().start();`,
  "a list of 100,000 numbers": `const all = [${"1,".repeat(100_000)}]; if (all.includes(2)) net.createServer().listen(all); net.createServer().listen(3000);`,
  "1,500 options that are assigned": `const o = {}; ${"Object.assign(o, { port: 3000 });".repeat(1500)} net.createServer().listen(o);`,
};

export function longProgram(name: string): string {
  return `${IMPORTS}\n${longPrograms[name]!}\n`;
}
