import assert from "node:assert/strict";
import { isNamedOtherwise, isPortName } from "../../src/sockets/port-names.ts";
import { portNumber } from "../../src/sockets/ports.ts";
import { callIn, endpointInWords, listenWith } from "./sites.ts";

/** Rows of the arguments of `net.Server#listen`, what stands before the call, and where it ends up. */
function listens(title: string, rows: readonly (readonly [args: string, endpoint: string, before?: string])[]): void {
  describe(title, () => {
    for (const [args, endpoint, before = ""] of rows)
      it(`${before}${before && " "}listen(${args}) → ${endpoint}`, () =>
        assert.equal(endpointInWords(listenWith(args, before).endpoint), endpoint));
  });
}

listens("constants in the place of a port", [
  ["65535", "port 65535"],
  ["65536", "unknown"],
  ["-1", "unknown"],
  ["3000.5", "unknown"],
  ["NaN", "unknown"],
  ['"0"', "port 0"],
  ['"0x1F90"', "port 8080"],
  ['" 8080 "', "port 8080"],
  ['"1e3"', "port 1000"],
  ['"70000"', "unknown"],
  ['"-5"', "ipc"],
  ['"app"', "ipc"],
  ['""', "unknown"],
  ["true", "unknown"],
  ["null", "no port"],
  ["port", "port 3000", "const port = 3000;"],
  ["port", "no port", "const port = undefined;"],
  ["ports.web", "port 3000", "const ports = { web: 3000 };"],
]);

// A computed port counts as configured.
listens("computed ports", [
  ["3000 + 1", "port ?"],
  ["port", "port ?", "const port = 3000 + 1;"],
  ["3000 + id", "port ?"],
  ['"30" + "00"', "port 3000"],
  ['"/run/" + name', "ipc"],
  ['name + ".sock"', "ipc"],
  ['name + "0"', "port ?"],
  ['name + " "', "port ?"],
  ['name + ("/a" + other)', "ipc"],
  ["name - 1", "port ?"],
  ["`/run/${name}.sock`", "ipc"],
  ["`${name}.sock`", "ipc"],
  ["`30${name}`", "port ?"],
  ["`${name}`", "port ?"],
  ["where", "ipc", "const where = `/run/${name}`;"],
  ["join(dir, name)", "ipc", 'import { join } from "node:path";'],
  ["path.resolve(name)", "ipc", 'import path from "node:path";'],
  ["path.posix.join(name)", "ipc", 'import path from "node:path";'],
  ["path.win32.resolve(name)", "ipc", 'import path from "node:path";'],
  ["path.basename(name)", "port ?", 'import path from "node:path";'],
  ["it.join(dir, name)", "port ?"],
]);

listens("constants behind a port", [
  ["process.env.PORT || '3000'", "port ? else 3000"],
  ["process.env.PORT || '/tmp/a.sock'", "unknown"],
  ["process.env.PORT || ''", "port ?"],
  ["process.env.PORT || 0", "port ?"],
  ["process.env.PORT || 70000", "port ?"],
  ["Number(process.env.PORT ?? 3000)", "port ? else 3000"],
  ["x ? 3000 : port", "port ? else 3000"],
  ["x ? host : 'a.sock'", "unknown"],
]);

listens("names in the place of a port", [
  ["it", "port ?"],
  ["callback", "unknown"],
  ["next", "unknown"],
  ["app", "unknown"],
  ["unixSocket", "ipc"],
  ["pipeName", "ipc"],
  ["sock", "ipc"],
  ["listenFd", "fd"],
  ["getSocketPath()", "ipc"],
  ["getPort()", "port ?"],
  ["config.socketPath", "ipc"],
  ["pathOrPort", "unknown"],
  ["socketPort", "port ?"],
  ["socketPath", "port 3000", "const socketPath = 3000;"],
  ["socketPath", "port ? else 3000", "const socketPath = it || 3000;"],
  ["process.env.SOCKET", "ipc"],
  ["process.env.LISTEN_FD", "fd"],
  ["process.env.PIPE", "ipc"],
  ["process.env.LISTEN", "port ?"],
  ["process.env.ADDRESS", "port ?"],
  ["x ? socketPath : port", "port ?"],
  ["x ? socketPath : handle", "unknown"],
  ["where", "port 3000", "const where = { port: 3000 };"],
  ["new Thing()", "unknown", "class Thing {}"],
  ["net.createServer()", "handle"],
]);

// Something that is taken apart is an options object, whatever its name.
listens("a name that is taken apart", [
  ["it", "unknown", "let it = make(); log(it.host);"],
  ["it", "unknown", "let it = make(); const { host } = it;"],
  ["it", "port ?", "let it = make(); const host = it;"],
  ["it", "port ?", "let it = make(); log(it.toString());"],
  ["it", "port ?", "let it = make(); log(it.toFixed(), it.trim(), it.length, it.split(':'));"],
  ["it", "port ?", "let it = make(); log(hosts[it]);"],
  ["it", "port ?", "let it = make(); log(it[0]);"],
  ["port", "port ?", "let port = make(); log(port.host);"],
]);

// Addresses that hold host and port: grpc's bindAsync().
describe("a port in an address", () => {
  for (const [address, endpoint, before = ""] of [
    ['"0.0.0.0:50051"', "port 50051"],
    ['"[::]:50051"', "port 50051"],
    ['"[::]:0"', "port 0"],
    ['"unix:/run/a.sock"', "ipc"],
    ['"xunix:50051"', "port 50051"],
    ['"localhost"', "unknown"],
    ['"localhost:50051/x"', "unknown"],
    ["5", "unknown"],
    ["address", "port 50051", 'const address = "[::]:50051";'],
    ['address || "[::]:50051"', "port ? else 50051"],
    ['address || "[::]:0"', "port 0"],
    ["`0.0.0.0:${port}`", "port ?"],
    ["`0.0.0.0:${process.env.PORT || 50051}`", "port ? else 50051"],
    ["`${host}:50051`", "port 50051"],
    ["`${host}:0`", "port 0"],
    ["`${host}:x`", "unknown"],
    ["address", "port ?", "const address = `0.0.0.0:${port}`;"],
    ['"0.0.0.0:" + port', "port ?"],
    ['"0.0.0.0:" + (process.env.PORT || 50051)', "port ? else 50051"],
    ["serverAddr", "port ?"],
    ["config.address", "port ?"],
    ["bind", "port ?"],
    ["port", "port ?"],
    ["host", "unknown"],
    ["config.target", "unknown"],
    ["make()", "unknown"],
  ] as [string, string, string?][])
    it(`${before}${before && " "}bindAsync(${address}) → ${endpoint}`, () => {
      const code = `import grpc from "@grpc/grpc-js";\n${before}\nnew grpc.Server().bindAsync(${address}, c, f);`;
      assert.equal(endpointInWords(callIn(code).endpoint), endpoint);
    });
});

describe("portNumber", () => {
  for (const [value, expected] of [
    [0, 0],
    [65535, 65535],
    [65536, null],
    [-1, null],
    [1.5, null],
    ["80", 80],
    ["", null],
    [" ", null],
    ["a", null],
    [true, null],
    [null, null],
    [undefined, null],
    [8n, null],
  ] as [unknown, number | null][])
    it(`${String(value)} (${typeof value}) → ${expected}`, () => assert.equal(portNumber(value), expected));
});

const NAMES = (words: string) => words.split(" ");

describe("names", () => {
  it("of ports", () => {
    for (const name of NAMES("port PORT httpPort HTTP_PORT portNumber serverPort socketPort"))
      assert.ok(isPortName(name), name);
    for (const name of NAMES(
      "host ports portOrPath portOptions portOpts portPath portPipe portRange messagePort serialPort import report",
    ))
      assert.ok(!isPortName(name), name);
  });
  it("of something else", () => {
    for (const name of NAMES(
      "path socket sock pipe fd handle handles options opts opt option settings args arguments callback cb server " +
        "portOrPath config cfg addr address unix listener next done app event channel portOption SOCKET_PATH",
    ))
      assert.ok(isNamedOtherwise(name), name);
    for (const name of NAMES("port it socketPort serverPort SERVER_PORT count host"))
      assert.ok(!isNamedOtherwise(name), name);
  });
});
