import assert from "node:assert/strict";
import {
  insertArgument,
  insertBefore,
  moveStatementBefore,
  removeOption,
  setOption,
  setValue,
} from "../src/fixes/index.ts";
import { run, statements, table, type Build } from "./edited.ts";

const NET = `import net from "node:net";\nconst server = net.createServer();\n`;
const typescript = { typescript: true };
const shared: Build = (file, site) => setOption(file, site, "reusePort", "false");

describe("setOption, positional arguments", () => {
  table(NET, "a.js", "listen", shared, [
    [
      "port, host, backlog, callback",
      `server.listen(3000, "0.0.0.0", 511, cb)`,
      `server.listen({ port: 3000, host: "0.0.0.0", backlog: 511, reusePort: false }, cb)`,
    ],
    ["port and callback", `server.listen(port, cb);`, `server.listen({ port, reusePort: false }, cb);`],
    ["port alone", `server.listen(8080);`, `server.listen({ port: 8080, reusePort: false });`],
    [
      "a port from the environment",
      `server.listen(process.env.PORT || 3000, () => {});`,
      `server.listen({ port: process.env.PORT || 3000, reusePort: false }, () => {});`,
    ],
    [
      "port and backlog",
      `server.listen(3000, 128, cb);`,
      `server.listen({ port: 3000, backlog: 128, reusePort: false }, cb);`,
    ],
    [
      "an undefined host",
      `server.listen(3000, undefined, 128);`,
      `server.listen({ port: 3000, host: undefined, backlog: 128, reusePort: false });`,
    ],
    ["a host of the same name", `server.listen(port, host);`, `server.listen({ port, host, reusePort: false });`],
    [
      "a host by its name",
      `server.listen(port, config.hostname, () => {});`,
      `server.listen({ port, host: config.hostname, reusePort: false }, () => {});`,
    ],
    [
      "a host with a fallback",
      `server.listen(port, process.env.BIND_TO || "127.0.0.1");`,
      `server.listen({ port, host: process.env.BIND_TO || "127.0.0.1", reusePort: false });`,
    ],
    [
      "a callback declared elsewhere in the file",
      `server.listen(3000, up);\nfunction up() {}`,
      `server.listen({ port: 3000, reusePort: false }, up);\nfunction up() {}`,
    ],
    [
      "a bound callback",
      `server.listen(3000, this.up.bind(this));`,
      `server.listen({ port: 3000, reusePort: false }, this.up.bind(this));`,
    ],
    [
      "the resolver of a promise",
      `await new Promise((yes) => server.listen(3000, yes));`,
      `await new Promise((yes) => server.listen({ port: 3000, reusePort: false }, yes));`,
    ],
    [
      "an unknown last argument behind the host stays where it means the same",
      `server.listen(3000, "::", x);`,
      `server.listen({ port: 3000, host: "::", reusePort: false }, x);`,
    ],
    [
      "comments",
      `server.listen(/* web */ 3000 /* http */, /* all */ "::", // any\n  cb);`,
      `server.listen(/* web */ { port: 3000 /* http */, /* all */ host: "::", reusePort: false }, // any\n  cb);`,
    ],
    [
      "a line comment behind the port",
      `server.listen(3000 // web\n);`,
      `server.listen({ port: 3000, reusePort: false } // web\n);`,
    ],
    ["a trailing comma", `server.listen(3000, cb,);`, `server.listen({ port: 3000, reusePort: false }, cb,);`],
    [
      "a sequence in parentheses",
      `server.listen((a, port), (cb));`,
      `server.listen({ port: (a, port), reusePort: false }, (cb));`,
    ],
    [
      "parentheses around a port",
      `server.listen((3000), "::");`,
      `server.listen({ port: (3000), host: "::", reusePort: false });`,
    ],
    [
      "a port on its own line",
      `server.listen(\n  3000,\n  () => {},\n);`,
      `server.listen(\n  { port: 3000, reusePort: false },\n  () => {},\n);`,
    ],
    [
      "arguments on lines, with comments",
      `server.listen(\n  3000, // web\n  // all addresses\n  "::",\n  () => {},\n);`,
      `server.listen(\n  {\n    port: 3000, // web\n    // all addresses\n    host: "::",\n    reusePort: false,\n  },\n  () => {},\n);`,
    ],
    [
      "tabs",
      `server.listen(\n\t3000,\n\t"::"\n);`,
      `server.listen(\n\t{\n\t\tport: 3000,\n\t\thost: "::",\n\t\treusePort: false\n\t}\n);`,
    ],
    [
      "no semicolons",
      `server\n  .on("error", log)\n  .listen(3000)\n;[1].map(log)`,
      `server\n  .on("error", log)\n  .listen({ port: 3000, reusePort: false })\n;[1].map(log)`,
    ],
    ["an optional call", `server?.listen?.(3000)`, `server?.listen?.({ port: 3000, reusePort: false })`],
    ["an unknown name in the place of the host", `server.listen(3000, x);`, null],
    ["spread arguments", `server.listen(...args);`, null],
    ["a spread behind the port", `server.listen(3000, ...rest);`, null],
    ["a path", `server.listen("/run/app.sock");`, null],
    ["a name that may be a path", `server.listen(pathOrPort, cb);`, null],
    ["an object behind the port", `server.listen(3000, { host: "::" });`, null],
    [
      "the option in an object behind the port",
      `server.listen(3000, { reusePort: true }, cb);`,
      `server.listen({ port: 3000, reusePort: false }, cb);`,
    ],
    [
      "the option and more in an object behind the port",
      `server.listen(3000, { reusePort: true, host: "::" }, cb);`,
      null,
    ],
    [
      "a port in a branch",
      `server.listen(fd ? { fd } : 3000, cb);`,
      `server.listen(fd ? { fd } : { port: 3000, reusePort: false }, cb);`,
    ],
    [
      "a port that a local function may hand back as a path",
      `const at = normalize(process.env.PORT);\nserver.listen(at);\nfunction normalize(value) { const n = parseInt(value, 10); if (isNaN(n)) return value; return n; }`,
      null,
    ],
    ["no port", `server.listen(cb);`, null],
  ]);

  it("keeps CRLF everywhere in a file that has it", () => {
    const result = run(
      NET.replaceAll("\n", "\r\n"),
      `server.listen(\r\n  3000,\r\n  "::"\r\n);\r\n`,
      "a.js",
      "listen",
      shared,
    );
    assert.equal(
      result,
      `server.listen(\r\n  {\r\n    port: 3000,\r\n    host: "::",\r\n    reusePort: false\r\n  }\r\n);\r\n`,
    );
  });

  it("takes the quotes of the file's imports", () => {
    const guarded: Build = (file, site) => setOption(file, site, "reusePort", `process.platform === "linux"`);
    assert.equal(
      run(`const net = require('net')\n`, `net.createServer().listen(80)`, "a.cjs", "listen", guarded),
      `net.createServer().listen({ port: 80, reusePort: process.platform === 'linux' })`,
    );
    assert.equal(
      run(`const net = require("net")\n`, `net.createServer().listen(80)`, "a.cjs", "listen", guarded),
      `net.createServer().listen({ port: 80, reusePort: process.platform === "linux" })`,
    );
  });
});

describe("setOption, object literals", () => {
  table(NET, "a.js", "listen", shared, [
    ["on one line", `server.listen({ port: 3000 });`, `server.listen({ port: 3000, reusePort: false });`],
    ["without spaces", `server.listen({port: 3000}, cb);`, `server.listen({port: 3000, reusePort: false}, cb);`],
    [
      "on one line with a trailing comma",
      `server.listen({ port: 3000, });`,
      `server.listen({ port: 3000, reusePort: false, });`,
    ],
    [
      "on one line with a comment",
      `server.listen({ port: 3000 /* web */ });`,
      `server.listen({ port: 3000 /* web */, reusePort: false });`,
    ],
    [
      "on lines",
      `server.listen({\n  port: 3000,\n  host: "::",\n}, cb);`,
      `server.listen({\n  port: 3000,\n  host: "::",\n  reusePort: false,\n}, cb);`,
    ],
    [
      "on lines without a trailing comma",
      `server.listen({\n    port: 3000\n});`,
      `server.listen({\n    port: 3000,\n    reusePort: false\n});`,
    ],
    [
      "on lines with comments",
      `server.listen({\n  port: 3000, // web\n  // more to come\n});`,
      `server.listen({\n  port: 3000, // web\n  reusePort: false,\n  // more to come\n});`,
    ],
    [
      "a comment behind the last property",
      `server.listen({\n  port: 3000 // web\n});`,
      `server.listen({\n  port: 3000, // web\n  reusePort: false\n});`,
    ],
    [
      "the brace on another line",
      `server.listen({ port: 3000,\n  host: "::"\n});`,
      `server.listen({ port: 3000,\n  host: "::",\n  reusePort: false\n});`,
    ],
    [
      "a spread stays in front",
      `server.listen({ port, ...rest });`,
      `server.listen({ port, ...rest, reusePort: false });`,
    ],
    [
      "a value that stands there",
      `server.listen({ port: 3000, reusePort: true });`,
      `server.listen({ port: 3000, reusePort: false });`,
    ],
    [
      "a value in parentheses",
      `server.listen({ port: 3000, reusePort: (a, true) });`,
      `server.listen({ port: 3000, reusePort: false });`,
    ],
    [
      "undefined",
      `server.listen({ port: 3000, reusePort: undefined });`,
      `server.listen({ port: 3000, reusePort: false });`,
    ],
    [
      "a shorthand",
      `const reusePort = true;\nserver.listen({ port: 3000, reusePort });`,
      `const reusePort = true;\nserver.listen({ port: 3000, reusePort: false });`,
    ],
    [
      "a quoted key",
      `server.listen({ port: 3000, "reusePort": true });`,
      `server.listen({ port: 3000, "reusePort": false });`,
    ],
    [
      "a value before a spread that has no such option",
      `server.listen({ port: 3000, reusePort: true, ...(six && { ipv6Only: true }) });`,
      `server.listen({ port: 3000, reusePort: false, ...(six && { ipv6Only: true }) });`,
    ],
    ["a value before a spread", `server.listen({ port: 3000, reusePort: true, ...rest });`, null],
    [
      "the branch with the port",
      `server.listen(path ? { path } : { port: 3000 });`,
      `server.listen(path ? { path } : { port: 3000, reusePort: false });`,
    ],
    [
      "a variable of this call alone",
      `const options = { port: 3000 };\nserver.listen(options);`,
      `const options = { port: 3000, reusePort: false };\nserver.listen(options);`,
    ],
    [
      "a variable that other members are read from",
      `const options = {\n  port: 3000,\n};\nserver.listen(options, () => console.log(options.port));`,
      `const options = {\n  port: 3000,\n  reusePort: false,\n};\nserver.listen(options, () => console.log(options.port));`,
    ],
    [
      "a variable that other calls get",
      `const options = { port: 3000 };\nserver.listen(options);\nother(options);`,
      null,
    ],
    ["an exported variable", `export const options = { port: 3000 };\nserver.listen(options);`, null],
    ["a frozen object", `server.listen(Object.freeze({ port: 3000 }));`, null],
    ["an object from elsewhere", `import { options } from "./options.js";\nserver.listen(options);`, null],
    [
      "a value assigned later",
      `const options = { port: 3000 };\noptions.reusePort = true;\nserver.listen(options);`,
      `const options = { port: 3000 };\noptions.reusePort = false;\nserver.listen(options);`,
    ],
  ]);
});

describe("setOption, other APIs", () => {
  const cast: Build = (file, site) => setOption(file, site, "reusePort", "false", typescript);

  describe("fastify", () => {
    const prelude = `import fastify from "fastify";\nconst app = fastify();\n`;
    const type = `import("fastify").FastifyListenOptions & { reusePort: boolean }`;
    table(prelude, "a.ts", "listen", cast, [
      [
        "a literal in a block, with a name that is taken",
        `export async function start(options: Options) {\n    try {\n        await app.listen({\n            port: options.port,\n        })\n    } catch {}\n}`,
        `export async function start(options: Options) {\n    try {\n        const listenOptions: ${type} = {\n            port: options.port,\n            reusePort: false,\n        }\n        await app.listen(listenOptions)\n    } catch {}\n}`,
      ],
      [
        "a literal, with both names taken",
        `const options = 1, listenOptions = 2;\nawait app.listen({ port: 3000 });`,
        `const options = 1, listenOptions = 2;\nconst options2: ${type} = { port: 3000, reusePort: false };\nawait app.listen(options2);`,
      ],
      [
        "a literal where no statement can stand",
        `export const start = () => app.listen({ port: 3000 });`,
        `export const start = () => app.listen({ port: 3000, reusePort: false } as ${type});`,
      ],
      [
        "a port",
        `app.listen(3000, "::", (error) => {});`,
        `const options: ${type} = { port: 3000, host: "::", reusePort: false };\napp.listen(options, (error) => {});`,
      ],
      [
        "a literal, in TypeScript",
        `await app.listen({ port: 3000 });`,
        `const options: ${type} = { port: 3000, reusePort: false };\nawait app.listen(options);`,
      ],
      [
        "a literal with a callback",
        `app.listen({ port: 3000 }, (error) => {});`,
        `const options: ${type} = { port: 3000, reusePort: false };\napp.listen(options, (error) => {});`,
      ],
      [
        "a literal on lines",
        `await app.listen({\n  port: 3000,\n});`,
        `const options: ${type} = {\n  port: 3000,\n  reusePort: false,\n};\nawait app.listen(options);`,
      ],
      [
        "a literal with a cast of its own",
        `await app.listen({ port: 3000 } as Options);`,
        `await app.listen({ port: 3000, reusePort: false } as Options);`,
      ],
      ["a constant literal, still checked", `await app.listen({ port: 3000 } as const);`, null],
      [
        "a variable, not checked for more",
        `const options = { port: 3000 };\nawait app.listen(options);`,
        `const options = { port: 3000, reusePort: false };\nawait app.listen(options);`,
      ],
      [
        "a variable with a type",
        `const options: FastifyListenOptions = { port: 3000 };\nawait app.listen(options);`,
        `const options: FastifyListenOptions & { reusePort: boolean } = { port: 3000, reusePort: false };\nawait app.listen(options);`,
      ],
      [
        "a variable that satisfies a type",
        `const options = { port: 3000 } satisfies FastifyListenOptions;\nawait app.listen(options);`,
        null,
      ],
    ]);
    table(prelude, "a.mjs", "listen", shared, [
      [
        "a literal, in JavaScript",
        `await app.listen({ port: 3000 });`,
        `await app.listen({ port: 3000, reusePort: false });`,
      ],
    ]);
  });

  describe("NestJS", () => {
    table(
      `import { NestFactory } from "@nestjs/core";\nconst app = await NestFactory.create(App);\n`,
      "a.ts",
      "listen",
      cast,
      [
        [
          "a port",
          `await app.listen(process.env.PORT ?? 3000);`,
          `await app.listen({ port: process.env.PORT ?? 3000, reusePort: false } as never);`,
        ],
        [
          "a port and a host",
          `await app.listen(3000, "0.0.0.0");`,
          `await app.listen({ port: 3000, host: "0.0.0.0", reusePort: false } as never);`,
        ],
      ],
    );
  });

  describe("a receiver from another file", () => {
    table(`import { app } from "./app";\n`, "a.ts", "listen", cast, [
      [
        "a promise is no net.Server, its typings are unknown",
        `await app.listen(3000);`,
        `await app.listen({ port: 3000, reusePort: false } as never);`,
      ],
      ["anything else", `app.listen(3000, () => {});`, `app.listen({ port: 3000, reusePort: false }, () => {});`],
    ]);
  });

  describe("express in TSX", () => {
    table(
      `import express from "express";\nconst app = express();\nconst view = <p>{"//"}</p>;\n`,
      "a.tsx",
      "listen",
      cast,
      [
        [
          "a cast port",
          `app.listen(process.env.PORT as string, () => {});`,
          `app.listen({ port: process.env.PORT as string, reusePort: false }, () => {});`,
        ],
        [
          "a non-null port",
          `app.listen(process.env.PORT!, () => {});`,
          `app.listen({ port: process.env.PORT!, reusePort: false }, () => {});`,
        ],
      ],
    );
  });

  describe("typed variables", () => {
    table(NET, "a.ts", "listen", cast, [
      [
        "of an interface that declares the option",
        `const options: net.ListenOptions = { port: 3000 };\nserver.listen(options);`,
        `const options: net.ListenOptions = { port: 3000, reusePort: false };\nserver.listen(options);`,
      ],
      ["of another type", `const options: Mine = { port: 3000 };\nserver.listen(options);`, null],
    ]);
  });

  describe("http-proxy", () => {
    table(
      `import httpProxy from "http-proxy";\nconst proxy = httpProxy.createProxyServer({});\n`,
      "a.js",
      "listen",
      shared,
      [
        ["port and host", `proxy.listen(8000, "::1");`, `proxy.listen({ port: 8000, host: "::1", reusePort: false });`],
        ["more than it takes", `proxy.listen(8000, "::1", cb);`, null],
      ],
    );
  });

  describe("Bun", () => {
    table("", "a.ts", "listen", shared, [
      ["serve", `Bun.serve({ fetch });`, `Bun.serve({ fetch, reusePort: false });`],
      [
        "listen",
        `Bun.listen({\n  hostname: "::",\n  port: 3000,\n  socket: {},\n});`,
        `Bun.listen({\n  hostname: "::",\n  port: 3000,\n  socket: {},\n  reusePort: false,\n});`,
      ],
    ]);
  });

  describe("Bun, in TypeScript", () => {
    table("", "a.ts", "listen", cast, [
      ["serve", `Bun.serve({ fetch });`, `Bun.serve({ fetch, reusePort: false });`],
      [
        "listen, whose options have a type of their own for every literal",
        `Bun.listen({\n  hostname: "::",\n  port: 3000,\n  socket: {},\n});`,
        `Bun.listen({\n  hostname: "::",\n  port: 3000,\n  socket: {},\n  ...{ reusePort: false },\n});`,
      ],
      [
        "listen, on one line",
        `Bun.listen({ hostname, port: 3000, socket });`,
        `Bun.listen({ hostname, port: 3000, socket, ...{ reusePort: false } });`,
      ],
      [
        "listen, with options in a variable, which are not checked for more",
        `const options = { hostname: "::", port: 3000, socket: {} };\nBun.listen(options);`,
        `const options = { hostname: "::", port: 3000, socket: {}, reusePort: false };\nBun.listen(options);`,
      ],
    ]);
  });

  describe("Deno", () => {
    table("", "a.ts", "listen", shared, [
      [
        "a handler alone",
        `Deno.serve(() => new Response());`,
        `Deno.serve({ reusePort: false }, () => new Response());`,
      ],
      [
        "options and a handler",
        `Deno.serve({ port: 3000 }, handler);`,
        `Deno.serve({ port: 3000, reusePort: false }, handler);`,
      ],
      ["a member as handler", `Deno.serve(app.fetch);`, `Deno.serve({ reusePort: false }, app.fetch);`],
      ["listen", `Deno.listen({ port: 3000 });`, `Deno.listen({ port: 3000, reusePort: false });`],
    ]);
  });

  describe("no settings form", () => {
    table(`import grpc from "@grpc/grpc-js";\nconst server = new grpc.Server();\n`, "a.js", "listen", shared, [
      ["bindAsync", `server.bindAsync("0.0.0.0:50051", creds, cb);`, null],
    ]);
  });

  describe("dgram", () => {
    table(
      `import dgram from "node:dgram";\n`,
      "a.js",
      "create",
      (file, site) => setOption(file, site, "reuseAddr", "true"),
      [
        [
          "a type",
          `const s = dgram.createSocket("udp4");`,
          `const s = dgram.createSocket({ type: "udp4", reuseAddr: true });`,
        ],
        [
          "a type and a listener",
          `dgram.createSocket("udp6", onMessage);`,
          `dgram.createSocket({ type: "udp6", reuseAddr: true }, onMessage);`,
        ],
        ["options", `dgram.createSocket({ type: "udp4" });`, `dgram.createSocket({ type: "udp4", reuseAddr: true });`],
        ["an unknown first argument", `dgram.createSocket(type);`, null],
      ],
    );
  });

  describe("http.Agent", () => {
    table(
      `import http from "node:http";\n`,
      "a.js",
      "connect",
      (file, site) => setOption(file, site, "keepAlive", "true"),
      [
        ["no arguments", `new http.Agent();`, `new http.Agent({ keepAlive: true });`],
        ["no parentheses", `new http.Agent;`, `new http.Agent({ keepAlive: true });`],
        ["an empty object", `new http.Agent({});`, `new http.Agent({ keepAlive: true });`],
        ["options", `new http.Agent({ localAddress: a });`, `new http.Agent({ localAddress: a, keepAlive: true });`],
        [
          "a URL and a listener",
          `http.get("http://a.test", (r) => r);`,
          `http.get("http://a.test", { keepAlive: true }, (r) => r);`,
        ],
      ],
    );
  });

  describe("Apollo", () => {
    table(`import { startStandaloneServer } from "@apollo/server/standalone";\n`, "a.js", "listen", shared, [
      [
        "inside listen",
        `startStandaloneServer(server, { context, listen: { port: 4000 } });`,
        `startStandaloneServer(server, { context, listen: { port: 4000, reusePort: false } });`,
      ],
      ["no listen", `startStandaloneServer(server, { context });`, null],
    ]);
  });
});

describe("removeOption", () => {
  table(`import net from "node:net";\n`, "a.js", "connect", (file, site) => removeOption(file, site, "localAddress"), [
    ["the first", `net.connect({ localAddress: a, host, port });`, `net.connect({ host, port });`],
    ["the middle", `net.connect({ host, localAddress: a, port });`, `net.connect({ host, port });`],
    ["the last", `net.connect({ host, port, localAddress: a });`, `net.connect({ host, port });`],
    [
      "the last before a trailing comma",
      `net.connect({ host, port, localAddress: a, });`,
      `net.connect({ host, port, });`,
    ],
    ["the only one", `net.connect({ localAddress: a });`, `net.connect({});`],
    ["the only one, on lines", `net.connect({\n  localAddress: a,\n});`, `net.connect({\n});`],
    [
      "a line of its own",
      `net.connect({\n  host,\n  localAddress: a,\n  port,\n});`,
      `net.connect({\n  host,\n  port,\n});`,
    ],
    ["the last line", `net.connect({\n  host,\n  localAddress: a\n});`, `net.connect({\n  host\n});`],
    [
      "the last line with a trailing comma",
      `net.connect({\n  host,\n  localAddress: a,\n});`,
      `net.connect({\n  host,\n});`,
    ],
    [
      "with the comment on its line only",
      `net.connect({\n  // the peer\n  host,\n  localAddress: a, // ours\n  // of the peer\n  port,\n});`,
      `net.connect({\n  // the peer\n  host,\n  // of the peer\n  port,\n});`,
    ],
    [
      "other comments stay",
      `net.connect({ host /* peer */, localAddress: a /* ours */, port /* of the peer */ });`,
      `net.connect({ host /* peer */, port /* of the peer */ });`,
    ],
    [
      "a comment behind the last one goes with it",
      `net.connect({ host /* peer */, localAddress: a /* ours */ });`,
      `net.connect({ host /* peer */ });`,
    ],
    [
      "a value on lines",
      `net.connect({\n\thost,\n\tlocalAddress: choose(\n\t\ta,\n\t),\n});`,
      `net.connect({\n\thost,\n});`,
    ],
    [
      "a conditional spread",
      `net.connect({ host, ...(a && { localAddress: a }), port });`,
      `net.connect({ host, port });`,
    ],
    [
      "a conditional spread of several",
      `net.connect({ host, ...(a && { localAddress: a, family: 4 }), port });`,
      `net.connect({ host, ...(a && { family: 4 }), port });`,
    ],
    [
      "a choice of spreads",
      `net.connect({\n  host,\n  ...(a ? { localAddress: a } : {}),\n});`,
      `net.connect({\n  host,\n});`,
    ],
    [
      "a choice with something else",
      `net.connect({ host, ...(a ? { localAddress: a } : { family: 4 }) });`,
      `net.connect({ host, ...(a ? {} : { family: 4 }) });`,
    ],
    ["both of two choices", `net.connect({ host, ...(a ? { localAddress: a } : { localAddress: b }) });`, null],
    [
      "an assignment",
      `const options = { host };\noptions.localAddress = a; // ours\nnet.connect(options);`,
      `const options = { host };\nnet.connect(options);`,
    ],
    [
      "an assignment beside others",
      `const options = { host }; options.localAddress = a; options.port = 1;\nnet.connect(options);`,
      `const options = { host }; options.port = 1;\nnet.connect(options);`,
    ],
    [
      "a conditional assignment",
      `const options = { host };\nif (a) options.localAddress = a;\nnet.connect(options);`,
      `const options = { host };\nif (a) {}\nnet.connect(options);`,
    ],
    [
      "an assignment that is part of another expression",
      `const options = { host };\nconst kept = (options.localAddress = a);\nnet.connect(options);`,
      null,
    ],
    [
      "a literal and an assignment",
      `const options = { host, localAddress: a };\noptions.localAddress = b;\nnet.connect(options);`,
      null,
    ],
  ]);

  it("keeps CRLF and no semicolons", () => {
    const build: Build = (file, site) => removeOption(file, site, "localAddress");
    assert.equal(
      run(
        `const net = require('net')\r\n`,
        `const o = { host }\r\no.localAddress = a\r\nnet.connect(o)\r\n`,
        "a.cjs",
        "connect",
        build,
      ),
      `const o = { host }\r\nnet.connect(o)\r\n`,
    );
    assert.equal(
      run(
        `const net = require('net')\r\n`,
        `net.connect({\r\n  host,\r\n  localAddress: a\r\n})\r\n`,
        "a.cjs",
        "connect",
        build,
      ),
      `net.connect({\r\n  host\r\n})\r\n`,
    );
    assert.equal(
      run(
        `const net = require('net')\n`,
        `const o = { host }\no.localAddress = a\n;(1, net).connect(o)\n`,
        "a.cjs",
        "connect",
        build,
      ),
      `const o = { host }\n;(1, net).connect(o)\n`,
    );
  });
});

describe("setValue", () => {
  table(
    NET,
    "a.ts",
    "listen",
    (_, site) => (site.kind === "raw" ? null : setValue(site.option("reusePort"), `process.platform === "linux"`)),
    [
      [
        "a property",
        `server.listen({ port: 1, reusePort: true });`,
        `server.listen({ port: 1, reusePort: process.platform === "linux" });`,
      ],
      [
        "a shorthand",
        `const reusePort = true;\nserver.listen({ port: 1, reusePort });`,
        `const reusePort = true;\nserver.listen({ port: 1, reusePort: process.platform === "linux" });`,
      ],
      [
        "a property in a spread",
        `server.listen({ port: 1, ...(many && { reusePort: true }) });`,
        `server.listen({ port: 1, ...(many && { reusePort: process.platform === "linux" }) });`,
      ],
      [
        "an assignment",
        `const o = { port: 1 };\no.reusePort = true;\nserver.listen(o);`,
        `const o = { port: 1 };\no.reusePort = process.platform === "linux";\nserver.listen(o);`,
      ],
      ["an absent option", `server.listen({ port: 1 });`, null],
    ],
  );
});

describe("insertBefore", () => {
  statements(
    (file, bind) => insertBefore(file, bind, "late(fd);"),
    [
      ["a statement of the program", `socket();\nbind(fd);\n`, `socket();\nlate(fd);\nbind(fd);\n`],
      ["the first statement", `bind(fd);`, `late(fd);\nbind(fd);`],
      ["a block", `function f() {\n\tbind(fd);\n}`, `function f() {\n\tlate(fd);\n\tbind(fd);\n}`],
      [
        "the test of an if",
        `{\n  if (bind(fd) !== 0) throw e;\n}`,
        `{\n  late(fd);\n  if (bind(fd) !== 0) throw e;\n}`,
      ],
      ["a declaration", `const ok = bind(fd) === 0;`, `late(fd);\nconst ok = bind(fd) === 0;`],
      ["an exported declaration", `export const ok = bind(fd);`, `late(fd);\nexport const ok = bind(fd);`],
      [
        "above the comments of the statement",
        `a();\n\n// bind it\n// @ts-expect-error\nbind(fd);`,
        `a();\n\nlate(fd);\n// bind it\n// @ts-expect-error\nbind(fd);`,
      ],
      ["below a comment with a space between", `// file\n\nbind(fd);`, `// file\n\nlate(fd);\nbind(fd);`],
      ["one line", `a(); bind(fd); b();`, `a(); late(fd); bind(fd); b();`],
      ["no semicolons", `a()\nbind(fd)\nb()`, `a()\nlate(fd)\nbind(fd)\nb()`],
      ["CRLF", `a();\r\n  bind(fd);\r\n`, `a();\r\n  late(fd);\r\n  bind(fd);\r\n`],
      ["an expression body", `const f = () => bind(fd);`, null],
      ["an if without a block", `if (x) bind(fd);`, null],
      ["an else branch", `if (x) { a(); } else if (bind(fd)) { b(); }`, null],
      ["the right side of &&", `x && bind(fd);`, null],
      ["a branch of a condition", `const r = x ? bind(fd) : 0;`, null],
      ["a class field", `class A { r = bind(fd); }`, null],
      ["a default value", `function f(r = bind(fd)) {}`, null],
      ["a loop without a block", `for (const fd of fds) bind(fd);`, null],
    ],
  );
});

describe("moveStatementBefore", () => {
  statements(
    (file, bind, late) => moveStatementBefore(file, late!, bind),
    [
      ["with its line", `bind(fd);\nlate(fd, one);\nlisten(fd);\n`, `late(fd, one);\nbind(fd);\nlisten(fd);\n`],
      [
        "with its comments",
        `bind(fd);\n// share it\nlate(fd); /* 15 */ // SO_REUSEPORT\nlisten(fd);`,
        `// share it\nlate(fd); /* 15 */ // SO_REUSEPORT\nbind(fd);\nlisten(fd);`,
      ],
      [
        "as the last line of a block",
        `{\n  if (bind(fd)) throw e;\n  late(fd);\n}`,
        `{\n  late(fd);\n  if (bind(fd)) throw e;\n}`,
      ],
      [
        "over lines",
        `bind(fd);\nlate(\n  fd,\n  one,\n);\nlisten(fd);`,
        `late(\n  fd,\n  one,\n);\nbind(fd);\nlisten(fd);`,
      ],
      ["over the statements between", `bind(fd);\nlog(fd);\nlate(fd);\n`, `late(fd);\nbind(fd);\nlog(fd);\n`],
      ["on one line", `bind(fd); late(fd); listen(fd);`, `late(fd); bind(fd); listen(fd);`],
      ["no semicolons", `bind(fd)\nlate(fd)\nlisten(fd)`, `late(fd)\nbind(fd)\nlisten(fd)`],
      ["no semicolon before a parenthesis", `;(bind(fd))\nlate(fd)\nlisten(fd)`, `;late(fd); (bind(fd))\nlisten(fd)`],
      ["CRLF", `bind(fd);\r\nlate(fd);\r\nlisten(fd);\r\n`, `late(fd);\r\nbind(fd);\r\nlisten(fd);\r\n`],
      ["it reads what is declared between", `bind(fd);\nconst one = 1;\nlate(fd, one);`, null],
      ["it reads what the target declares", `const r = bind(fd);\nlate(fd, r);`, null],
      ["it reads what is written between", `let one = 0;\nbind(fd);\none = 1;\nlate(fd, one);`, null],
      [
        "it reads what is filled between",
        `const one = Buffer.alloc(4);\nbind(fd);\none.writeInt32LE(1);\nlate(fd, one);`,
        null,
      ],
      ["another block", `bind(fd);\nif (x) { late(fd); }`, null],
      ["it is before the target already", `late(fd);\nbind(fd);`, null],
      ["it is no expression statement", `bind(fd);\nconst r = late(fd);`, null],
    ],
  );
});

describe("insertArgument", () => {
  table(
    `import { App } from "uWebSockets.js";\n`,
    "a.js",
    "listen",
    (file, site) => insertArgument(file, site.call, 1, "1"),
    [
      ["before the callback", `App().listen(3000, (token) => {});`, `App().listen(3000, 1, (token) => {});`],
      ["as the last", `App().listen(3000);`, `App().listen(3000, 1);`],
      ["behind a spread", `App().listen(...args);`, null],
    ],
  );
});
