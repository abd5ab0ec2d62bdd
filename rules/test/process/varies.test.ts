import assert from "node:assert/strict";
import { isSameEverywhere, readsArguments, variesByWorker } from "../../src/process/varies.ts";
import { file, here } from "./code.ts";

/** The argument of `here()` in a text. */
function argument(text: string) {
  const call = here(file(text));
  assert.ok(call.type === "CallExpression");
  return call.arguments[0]!;
}

type Set = { name: string; varies: boolean };
const started = (environment: readonly Set[] | null) => [{ launch: { environment: environment as never } }];

describe("whether a value differs from worker to worker", () => {
  for (const [text, expected] of [
    ["here(3000);", false],
    ["here(3000 + 1);", false],
    ["here(process.env.PORT);", false],
    ["here(config.port);", false],
    ["here(port);", false],
    ["const port = threadId; here(port);", true],
    ["const { port } = { port: threadId }; here(port);", true],
    ["const { argument } = { argument: argv }; here(argument);", true],
    ["let a = b; a = b; let b = a; b = a; here(a);", false],
    ["const o = { p: o.p }; here(o.p);", false],
    ["function f(port) { here(port); } f(config.port);", false],
    ["function f(port) { here(port); } f(config.port); f(config.other);", false],
    ["function f(port) { here(port); } f(config.port); f(threadId);", true],
    ["function f(port = threadId) { here(port); } f();", true],
    ["function f(port = threadId) { here(port); } f(config.port);", false],
    ["here(a + b);", true],
    ["here(workerData.port);", true],
    ["here(threadId);", true],
    ["here(3000 + cluster.worker.id);", true],
    ["here(cluster.worker?.id);", true],
    ["here(process.argv[2]);", true],
    ["here(Deno.args[0]);", true],
    ["here(process.env.WORKER_PORT);", true],
    ["here(process.env.NODE_APP_INSTANCE);", true],
    ["here(process.env.pm_id);", true],
    ["here(process.pid);", true],
    ["here(ports[index]);", true],
    ["here(ports[i]);", true],
    ["here(ports[n]);", false],
    ["here(cluster.isPrimary ? 1 : 2);", true],
    ["const port = workerData; here(port);", true],
    ["const { port } = workerData; here(port);", true],
    ["const { port } = options; here(port);", false],
    ["const port = a.b; here(port);", false],
    ["let port = a.b; port = workerData; here(port);", true],
    ["const config = { port: workerData }; here(config.port);", true],
    ["const config = { port: a.b }; here(config.port);", false],
    ["function f(port) { here(port); } f(workerData);", true],
    ["function f(port) { here(port); } f(3000);", false],
    ["function f(port) { here(port); } f(3000); f(threadId);", true],
    ["function f(port) { here(port); } f(...all);", true],
    ["function f(port) { here(port); } f();", true],
    ["function f(port = 3000) { here(port); } f();", false],
    ["function f(port) { here(port); }", true],
  ] as const)
    it(text, () => assert.equal(variesByWorker(argument(text) as never, []), expected));

  it("by a variable that the launch sets anew", () => {
    const of = (text: string, environment: readonly Set[] | null) =>
      variesByWorker(argument(text) as never, started(environment));
    for (const text of [
      "here(process.env.PORT);",
      "here(process.env?.PORT);",
      "here(process.env['PORT']);",
      "here(Bun.env.PORT);",
      "here(Deno.env.get('PORT'));",
    ]) {
      assert.equal(of(text, [{ name: "PORT", varies: true }]), true, text);
      assert.equal(of(text, [{ name: "PORT", varies: false }]), false, text);
      assert.equal(of(text, [{ name: "HOST", varies: true }]), false, text);
      assert.equal(of(text, []), false, text);
      assert.equal(of(text, null), true, text);
    }
    assert.equal(of("here(config.port);", null), false);
  });

  it("through many names", () => {
    const chain = (length: number) =>
      `${Array.from({ length }, (_, i) => `const p${i} = ${i === 0 ? "workerData" : `p${i - 1}`};`).join(" ")} here(p${length - 1});`;
    assert.equal(variesByWorker(argument(chain(20)) as never, []), true);
    assert.equal(variesByWorker(argument(chain(900)) as never, []), true);
    assert.equal(variesByWorker(argument(chain(1001)) as never, []), false);
  });
});

describe("whether a value is made of the program's arguments", () => {
  for (const [text, expected] of [
    ["here(3000);", false],
    ["here(process.argv[2]);", true],
    ["here(Deno.args[0]);", true],
    ["here(process.env.PORT);", false],
    ["here(process.argv[2] || 3000);", true],
    ["here(3000 + Number(process.argv[2]));", true],
    ["here(a + b);", false],
    ["here(parse(process.argv));", true],
    ["here(parse(x));", false],
    ["const x = process.argv[2]; here(parse(x));", true],
    ["here(+process.argv[2]);", true],
    ["here(-x);", false],
    ["const port = process.argv[2]; here(port);", true],
    ["const port = process.env.PORT; here(port);", false],
    ["let port = 1; port = process.argv[2]; here(port);", true],
    ["here(argv.port);", false],
    ["const port = process.argv[2]; here(port || 3000);", true],
    ["const port = process.argv[2]; here(3000 + port);", true],
    ["const port = process.argv[2]; here(+port);", true],
    ["const port = process.argv[2]; here(f(1, port));", true],
    ["const config = { port: process.argv[2] }; here(config.port);", true],
    ["const config = { port: process.env.PORT }; here(config.port);", false],
    ["const a = -a; here(a);", false],
    ["const o = { p: o.p }; here(o.p);", false],
    [`here(${"- ".repeat(8)}process.argv[2]);`, true],
    [`here(${"- ".repeat(9)}process.argv[2]);`, false],
  ] as const)
    it(text, () => assert.equal(readsArguments(argument(text) as never), expected));
});

describe("whether all processes come to one value", () => {
  for (const [text, expected] of [
    ["here(3000);", true],
    ["here(process.env.PORT);", true],
    ["here(Bun.env.PORT);", true],
    ["here(import.meta.env.PORT);", true],
    ["here(process.env.NODE_APP_INSTANCE);", false],
    ["here(process.env.PORT || 3000);", true],
    ["here(3000 || other);", true],
    ["here(other || 3000);", false],
    ["here(process.env.PORT + 1);", true],
    ["here(other + 1);", false],
    ["here(1 + other);", false],
    ["here(+process.env.PORT);", true],
    ["here(+other);", false],
    ["here(process.env.A ? 1 : process.env.B);", true],
    ["here(other ? 1 : 2);", false],
    ["here(process.env.A ? other : 2);", false],
    ["here(process.env.A ? 1 : other);", false],
    ["here(Number(process.env.PORT));", true],
    ["here(parseInt(process.env.PORT, 10));", true],
    ["here(Number.parseInt(process.env.PORT, 10));", true],
    ["here(String(process.env.PORT).trim());", true],
    ["here(process.env.PORT.toString());", true],
    ["here(other.trim());", false],
    ["here(Number(other));", false],
    ["here(next(process.env.PORT));", false],
    ["here(process.env.A && process.env.B);", true],
    ["here(process.env.A && other);", false],
    ["here(parseInt(process.env.PORT, other));", false],
    ["here(NumberOf(process.env.PORT));", false],
    ["here(toNumber(process.env.PORT));", false],
    ["here(functions[0](process.env.PORT));", false],
    ["const { port } = { port: process.env.PORT }; here(port);", true],
    ["const { port } = { port: other }; here(port);", false],
    ["function f(port) { here(port); } f(process.env.PORT);", true],
    ["function f(port) { here(port); } f(other);", false],
    ["function f(port) { here(port); } f(process.env.A); f(process.env.B);", false],
    ["const a = -a; here(a);", false],
    ["here(config[x]);", false],
    [`here(${"- ".repeat(12)}process.env.PORT);`, true],
    [`here(${"- ".repeat(13)}process.env.PORT);`, false],
    ["const port = process.env.PORT; here(port);", true],
    ["const config = { port: process.env.PORT }; here(config.port);", true],
    ["const config = { port: other }; here(config.port);", false],
    ["here(other);", false],
  ] as const)
    it(text, () => assert.equal(isSameEverywhere(argument(text) as never, []), expected));

  it("unless the launch sets the variable anew", () => {
    const of = (environment: readonly Set[] | null) =>
      isSameEverywhere(argument("here(process.env.PORT);") as never, environment as never);
    assert.equal(of([{ name: "PORT", varies: false }]), true);
    assert.equal(of([{ name: "PORT", varies: true }]), false);
    assert.equal(of([{ name: "HOST", varies: true }]), true);
    assert.equal(of(null), false);
  });
});
