import {
  insertArgument,
  liftOption,
  removeOption,
  removeOptions,
  removeStray,
  renameOption,
  setOption,
  setValue,
} from "../src/fixes/index.ts";
import { optionIn } from "../src/analysis/options.ts";
import { table, type Build } from "./edited.ts";

const NET = `import net from "node:net";\nconst server = net.createServer();\n`;
const DGRAM = `import dgram from "node:dgram";\n`;
const shared: Build = (file, site) => setOption(file, site, "reusePort", "false");
const typed: Build = (file, site) => setOption(file, site, "reusePort", "false", { typescript: true });

describe("an option stated beside arguments", () => {
  table(NET, "a.js", "listen", shared, [
    ["a port beside an unknown path", `server.listen(path ? path : 3000, cb);`, null],
    [
      "a port beside an object in the other branch",
      `server.listen(x ? 3000 : { fd });`,
      `server.listen(x ? { port: 3000, reusePort: false } : { fd });`,
    ],
    ["a port in a branch, and a host", `server.listen(x ? { fd } : 3000, "::");`, null],
    [
      "a port of the options' name",
      `server.listen(x ? { fd } : port);`,
      `server.listen(x ? { fd } : { port, reusePort: false });`,
    ],
    [
      "a port in a cast",
      `server.listen((x ? { fd } : 3000), cb);`,
      `server.listen((x ? { fd } : { port: 3000, reusePort: false }), cb);`,
    ],
    ["two ports", `server.listen(x ? 3000 : 4000);`, `server.listen({ port: x ? 3000 : 4000, reusePort: false });`],
    [
      "port and an undefined host alone",
      `server.listen(3000, undefined);`,
      `server.listen({ port: 3000, host: undefined, reusePort: false });`,
    ],
    [
      "port, nothing and a callback",
      `server.listen(3000, null, cb);`,
      `server.listen({ port: 3000, host: null, reusePort: false }, cb);`,
    ],
    [
      "port, host, nothing and a callback",
      `server.listen(3000, "::", undefined, cb);`,
      `server.listen({ port: 3000, host: "::", backlog: undefined, reusePort: false }, cb);`,
    ],
    [
      "port, backlog and host",
      `server.listen(3000, 128, "::");`,
      `server.listen({ port: 3000, backlog: 128, reusePort: false }, "::");`,
    ],
    [
      "two backlogs",
      `server.listen(3000, 128, 256);`,
      `server.listen({ port: 3000, backlog: 128, reusePort: false }, 256);`,
    ],
    ["a callback before the host", `server.listen(3000, cb, "::");`, null],
    ["an unknown name before the callback", `server.listen(3000, "::", x, cb);`, null],
    ["five arguments", `server.listen(3000, "::", 5, cb, x);`, null],
    ["a fallback from a path to a port", `server.listen(process.env.SOCK || 3000);`, null],
    [
      "the option in an object behind the port, before an unknown name",
      `server.listen(3000, { reusePort: true }, x);`,
      null,
    ],
    ["the option in an object behind port and host", `server.listen(3000, "::", { reusePort: true });`, null],
    ["the option in an object with a comment", `server.listen(3000, { /* mine */ reusePort: true });`, null],
    ["the option in an object behind a comment", `server.listen(3000 /* web */, { reusePort: true });`, null],
    ["a spread in an object behind the port", `server.listen(3000, { ...reusePort });`, null],
    ["another option in an object behind the port", `server.listen(3000, { backlog: 5 });`, null],
    [
      "the option behind a port of that name",
      `server.listen(port, { reusePort: true });`,
      `server.listen({ port, reusePort: false });`,
    ],
    [
      "a block comment behind the last argument",
      `server.listen(3000 /* web */);`,
      `server.listen({ port: 3000 /* web */, reusePort: false });`,
    ],
    [
      "a comment on the line behind the last argument",
      `server.listen(3000\n  /* web */);`,
      `server.listen({ port: 3000, reusePort: false }\n  /* web */);`,
    ],
    [
      "a host on another line, in CRLF",
      `server.listen(3000,\r\n  "::");\r\n`,
      `server.listen({\n  port: 3000,\n  host: "::",\n  reusePort: false\n});\r\n`,
    ],
    [
      "arguments on lines, with comments above the first",
      `server.listen(\n  // web\n  3000,\n  "::", /* all */ // any\n);`,
      `server.listen(\n  // web\n  {\n    port: 3000,\n    host: "::",\n    reusePort: false,\n  }, /* all */ // any\n);`,
    ],
  ]);
  table(
    `import http from "node:http";\n`,
    "a.js",
    "connect",
    (file, site) => setOption(file, site, "keepAlive", "true"),
    [
      ["a client without parentheses", `new http.Agent`, `new http.Agent({ keepAlive: true })`],
      ["a URL alone", `http.get("http://a.test");`, `http.get("http://a.test", { keepAlive: true });`],
      ["a URL and what may be anything", `http.get("http://a.test", x);`, null],
      ["no URL", `http.get();`, null],
    ],
  );
  table("", "a.ts", "listen", shared, [
    ["the default port of Deno.serve", `Deno.serve(handler);`, `Deno.serve({ reusePort: false }, handler);`],
    ["what may be anything", `Deno.serve(x);`, null],
    ["options from elsewhere", `Deno.serve(options, handler);`, null],
  ]);
  table(DGRAM, "a.js", "create", (file, site) => setOption(file, site, "reuseAddr", "true"), [
    ["a type and what may be anything", `dgram.createSocket("udp4", x);`, null],
    [
      "a type from a function",
      `dgram.createSocket(String(type));`,
      `dgram.createSocket({ type: String(type), reuseAddr: true });`,
    ],
  ]);
});

describe("an option stated in an object", () => {
  table(NET, "a.js", "listen", shared, [
    [
      "an empty one with a comment",
      `server.listen({ /* none */ });`,
      `server.listen({ reusePort: false, /* none */ });`,
    ],
    ["both of two branches", `server.listen({ port: 3000, ...(x ? { reusePort: true } : { reusePort: x }) });`, null],
    [
      "a choice that goes as a whole",
      `server.listen({ port: 3000, ...(x ? { reusePort: true } : {}) });`,
      `server.listen({ port: 3000, reusePort: false });`,
    ],
    [
      "a choice of nothing and the option",
      `server.listen({ port: 3000, ...(x ? null : { reusePort: true }) });`,
      `server.listen({ port: 3000, reusePort: false });`,
    ],
    [
      "a choice beside undefined",
      `server.listen({ port: 3000, ...(x ? { reusePort: true } : undefined) });`,
      `server.listen({ port: 3000, reusePort: false });`,
    ],
    [
      "a choice beside false",
      `server.listen({ port: 3000, ...(x ? { reusePort: true } : false) });`,
      `server.listen({ port: 3000, reusePort: false });`,
    ],
    [
      "a choice beside another name",
      `server.listen({ port: 3000, ...(x ? { reusePort: true } : rest) });`,
      `server.listen({ port: 3000, ...(x ? { reusePort: false } : rest) });`,
    ],
    [
      "a condition with more in it",
      `server.listen({ port: 3000, ...(x && { reusePort: true, host: "::" }) });`,
      `server.listen({ port: 3000, ...(x && { reusePort: false, host: "::" }) });`,
    ],
    [
      "a condition, then the option",
      `server.listen({ port: 3000, ...(x && { reusePort: true }), ...(y && { reusePort: true }) });`,
      null,
    ],
    [
      "an object spread whole",
      `server.listen({ port: 3000, ...{ reusePort: true } });`,
      `server.listen({ port: 3000, reusePort: false });`,
    ],
    ["a method", `server.listen({ port: 3000, reusePort() {} });`, null],
    ["a getter", `server.listen({ port: 3000, get reusePort() { return true; } });`, null],
    ["a value before an unknown key", `server.listen({ port: 3000, reusePort: true, [key]: true });`, null],
    [
      "a value before another key",
      `server.listen({ reusePort: true, port: 3000 });`,
      `server.listen({ reusePort: false, port: 3000 });`,
    ],
    [
      "a value before a choice of other options",
      `server.listen({ port: 3000, reusePort: true, ...(x ? { host } : { host: "::" }) });`,
      `server.listen({ port: 3000, reusePort: false, ...(x ? { host } : { host: "::" }) });`,
    ],
    [
      "a value before a choice that may hold it",
      `server.listen({ port: 3000, reusePort: true, ...(x ? { host } : rest) });`,
      null,
    ],
    [
      "a value before a condition that may hold it",
      `server.listen({ port: 3000, reusePort: true, ...(x || { host }) });`,
      null,
    ],
    ["two keys", `server.listen({ port: 3000, reusePort: true, reusePort: false });`, null],
    ["undefined before a spread", `server.listen({ port: 3000, reusePort: undefined, ...rest });`, null],
    [
      "a variable read by an unknown key",
      `const options = { port: 3000 };\nserver.listen(options);\nlog(options[key]);`,
      null,
    ],
    [
      "a variable read by a known key",
      `const options = { port: 3000 };\nserver.listen(options);\nlog(options["port"]);`,
      `const options = { port: 3000, reusePort: false };\nserver.listen(options);\nlog(options["port"]);`,
    ],
    ["a variable that is a key", `const options = { port: 3000 };\nserver.listen(options);\nlog(x[options]);`, null],
    ["a variable of a pattern", `const { options } = { options: { port: 3000 } };\nserver.listen(options);`, null],
    ["a variable that is filled later", `let options;\noptions = { port: 3000 };\nserver.listen(options);`, null],
    [
      "assigned twice",
      `const options = { port: 3000 };\noptions.reusePort = x;\noptions.reusePort = true;\nserver.listen(options);`,
      null,
    ],
    [
      "assigned to another object",
      `const options = { port: 3000, reusePort: true };\nother.reusePort = x;\nserver.listen(options);`,
      `const options = { port: 3000, reusePort: false };\nother.reusePort = x;\nserver.listen(options);`,
    ],
    [
      "a branch of a choice in parentheses",
      `server.listen((x ? { path } : ({ port: 3000 })));`,
      `server.listen((x ? { path } : ({ port: 3000, reusePort: false })));`,
    ],
    ["a comma on a line of its own", `server.listen({\n  port: 3000\n  ,\n});`, null],
    ["a line comment before the comma", `server.listen({\n  port: 3000 // web\n  ,\n});`, null],
    [
      "a comment behind the comma on the line",
      `server.listen({\n  port: 3000, /* web */ // more\n});`,
      `server.listen({\n  port: 3000, /* web */ // more\n  reusePort: false,\n});`,
    ],
    [
      "properties on one line of several",
      `server.listen({\n  port: 3000, host: "::"\n});`,
      `server.listen({\n  port: 3000, host: "::",\n  reusePort: false\n});`,
    ],
    [
      "an object in an indented call",
      `{\n    server.listen({ port: 3000,\n      host: "::"\n    });\n}`,
      `{\n    server.listen({ port: 3000,\n      host: "::",\n      reusePort: false\n    });\n}`,
    ],
    [
      "the last property behind the brace, indented",
      `{\n    server.listen({ port: 3000\n    });\n}`,
      `{\n    server.listen({ port: 3000,\n        reusePort: false\n    });\n}`,
    ],
  ]);
  table(NET, "a.ts", "listen", typed, [
    [
      "of an interface by its own name",
      `const options: ListenOptions = { port: 3000 };\nserver.listen(options);`,
      `const options: ListenOptions = { port: 3000, reusePort: false };\nserver.listen(options);`,
    ],
    ["of a list of an interface", `const options: ListenOptions & X = { port: 3000 };\nserver.listen(options);`, null],
    [
      "of an interface with more to its name",
      `const options: MyListenOptions = { port: 3000 };\nserver.listen(options);`,
      null,
    ],
    [
      "of an interface with more behind its name",
      `const options: ListenOptionsOf = { port: 3000 };\nserver.listen(options);`,
      null,
    ],
    [
      "asserted to be constant",
      `server.listen({ port: 3000 } as const);`,
      `server.listen({ port: 3000, reusePort: false } as const);`,
    ],
    [
      "asserted in front",
      `server.listen(<Options>{ port: 3000 });`,
      `server.listen(<Options>{ port: 3000, reusePort: false });`,
    ],
    [
      "a value that is there, of another type",
      `const options: Mine = { port: 3000, reusePort: true };\nserver.listen(options);`,
      `const options: Mine = { port: 3000, reusePort: false };\nserver.listen(options);`,
    ],
    ["satisfying a type", `server.listen({ port: 3000 } satisfies Options);`, null],
  ]);
  table(NET, "a.ts", "listen", (file, site) => setOption(file, site, "backlog", "5", { typescript: true }), [
    ["another option, of another type", `const options: Mine = { port: 3000 };\nserver.listen(options);`, null],
    ["another option", `server.listen({ port: 3000 });`, `server.listen({ port: 3000, backlog: 5 });`],
  ]);
});

describe("an option taken away", () => {
  table(`import net from "node:net";\n`, "a.js", "connect", (file, site) => removeOption(file, site, "localAddress"), [
    [
      "the last of a conditional spread",
      `net.connect({ host, ...(a && { family: 4, localAddress: a }) });`,
      `net.connect({ host, ...(a && { family: 4 }) });`,
    ],
    [
      "the comment before it",
      `net.connect({ host, /* ours */ localAddress: a, port });`,
      `net.connect({ host, port });`,
    ],
    [
      "the comment of the one before stays",
      `net.connect({ host /* peer */, localAddress: a, port });`,
      `net.connect({ host /* peer */, port });`,
    ],
    [
      "the comment above it stays",
      `net.connect({\n  host,\n  // ours\n  localAddress: a,\n  port,\n});`,
      `net.connect({\n  host,\n  // ours\n  port,\n});`,
    ],
    [
      "the comment before it on its line",
      `net.connect({\n  host,\n  /* ours */ localAddress: a,\n  port,\n});`,
      `net.connect({\n  host,\n  port,\n});`,
    ],
    ["the only one, with a comma", `net.connect({ localAddress: a, });`, `net.connect({});`],
    [
      "the only one, with a comma and a comment",
      `net.connect({ localAddress: a, /* b */ });`,
      `net.connect({  /* b */ });`,
    ],
    ["the only one, with a comment", `net.connect({ localAddress: a /* b */ });`, `net.connect({  /* b */ });`],
    [
      "the middle one, before a comment of its line",
      `net.connect({ host, localAddress: a, // ours\n  port });`,
      `net.connect({ host,\n  port });`,
    ],
    [
      "the first, before a comment of its line",
      `net.connect({ localAddress: a, // ours\n  host });`,
      `net.connect({\n  host });`,
    ],
    [
      "the first, before a comment",
      `net.connect({ localAddress: a, /* peer */ host });`,
      `net.connect({ /* peer */ host });`,
    ],
    [
      "the last, before a comment on another line",
      `net.connect({ host, localAddress: a\n/* end */ });`,
      `net.connect({ host\n/* end */ });`,
    ],
    [
      "the last, before a comment over lines",
      `net.connect({ host, localAddress: a /* e\nnd */ });`,
      `net.connect({ host /* e\nnd */ });`,
    ],
    [
      "the last line, the comma before it on a line with a comment",
      `net.connect({\n  host, // peer\n  localAddress: a\n});`,
      `net.connect({\n  host // peer\n});`,
    ],
    [
      "two on a line of several",
      `net.connect({\n  host, localAddress: a,\n  port,\n});`,
      `net.connect({\n  host,\n  port,\n});`,
    ],
    ["a spread beside null", `net.connect({ host, ...(a ? { localAddress: a } : null) });`, `net.connect({ host });`],
    [
      "a spread beside a text",
      `net.connect({ host, ...(a ? { localAddress: a } : "") });`,
      `net.connect({ host, ...(a ? {} : "") });`,
    ],
    [
      "a spread of a choice with a test of it",
      `net.connect({ host, ...((a, { localAddress: a })) });`,
      `net.connect({ host });`,
    ],
    ["a spread behind ||", `net.connect({ host, ...(a || { localAddress: a }) });`, null],
    ["an absent option", `net.connect({ host });`, null],
    ["an inner object", `net.connect({ host, x: { localAddress: a } });`, null],
    ["two values", `net.connect({ host, localAddress: a, localAddress: b });`, null],
    ["two values, one of them in a choice", `net.connect({ localAddress: a, ...(b && { localAddress: b }) });`, null],
    ["two values, one of them in a spread", `net.connect({ localAddress: a, ...{ localAddress: b } });`, null],
  ]);
  table(
    DGRAM,
    "a.js",
    "create",
    (file, site) => (site.kind === "raw" ? null : removeOptions(file, site, ["reusePort", "reuseAddr"])),
    [
      [
        "neighbours",
        `dgram.createSocket({ type, reuseAddr: true, reusePort: true });`,
        `dgram.createSocket({ type });`,
      ],
      [
        "neighbours in the other order",
        `dgram.createSocket({ reusePort: true, reuseAddr: true, type });`,
        `dgram.createSocket({ type });`,
      ],
      ["all there is", `dgram.createSocket({ reusePort: true, reuseAddr: true });`, `dgram.createSocket({});`],
      [
        "with one between them",
        `dgram.createSocket({ reusePort: true, type, reuseAddr: true });`,
        `dgram.createSocket({ type });`,
      ],
      [
        "one of them assigned",
        `const o = { type, reusePort: true };\no.reuseAddr = true;\ndgram.createSocket(o);`,
        `const o = { type };\ndgram.createSocket(o);`,
      ],
      [
        "both assigned",
        `const o = { type };\no.reusePort = true;\no.reuseAddr = true;\ndgram.createSocket(o);`,
        `const o = { type };\ndgram.createSocket(o);`,
      ],
      ["one of two objects", `dgram.createSocket({ type, ...(x && { reusePort: true }), reuseAddr: true });`, null],
      ["one that is not there", `dgram.createSocket({ type, reusePort: true });`, null],
    ],
  );
  table(
    DGRAM,
    "a.js",
    "create",
    (file, site) => (site.kind === "raw" ? null : renameOption(file, site, "reusePort", "reuseAddr")),
    [
      ["renamed", `dgram.createSocket({ type, reusePort: true });`, `dgram.createSocket({ type, reuseAddr: true });`],
      [
        "renamed: a quoted key",
        `dgram.createSocket({ type, "reusePort": true });`,
        `dgram.createSocket({ type, reuseAddr: true });`,
      ],
      [
        "renamed: a shorthand",
        `const reusePort = f();\ndgram.createSocket({ type, reusePort });`,
        `const reusePort = f();\ndgram.createSocket({ type, reuseAddr: reusePort });`,
      ],
      [
        "renamed: an assignment",
        `const o = { type };\no.reusePort = true;\ndgram.createSocket(o);`,
        `const o = { type };\no.reuseAddr = true;\ndgram.createSocket(o);`,
      ],
      ["renamed: an assignment by a text", `const o = { type };\no["reusePort"] = true;\ndgram.createSocket(o);`, null],
      ["renamed: a computed key", `dgram.createSocket({ type, ["reusePort"]: true });`, null],
      ["renamed: a method", `dgram.createSocket({ type, reusePort() {} });`, null],
      ["renamed: the name is there", `dgram.createSocket({ type, reusePort: true, reuseAddr: false });`, null],
      ["renamed: twice", `dgram.createSocket({ type, reusePort: true, ...(x && { reusePort: false }) });`, null],
      ["renamed: absent", `dgram.createSocket({ type });`, null],
    ],
  );
  table(
    `import { Pool } from "undici";\n`,
    "a.js",
    "connect",
    (file, site) => (site.kind === "raw" ? null : liftOption(file, site, "connect.localAddress", "localAddress")),
    [
      ["lifted alone", `new Pool(u, { connect: { localAddress: a } });`, `new Pool(u, { localAddress: a });`],
      [
        "lifted with a name of its own",
        `new Pool(u, { connect: { localAddress } });`,
        `new Pool(u, { localAddress });`,
      ],
      [
        "lifted from others",
        `new Pool(u, { connect: { timeout: 5, localAddress: a } });`,
        `new Pool(u, { connect: { timeout: 5 }, localAddress: a });`,
      ],
      ["lifted: the name is there", `new Pool(u, { localAddress: b, connect: { localAddress: a } });`, null],
      ["lifted: absent", `new Pool(u, { connect: { timeout: 5 } });`, null],
      ["lifted: from a variable", `const connect = { localAddress: a };\nnew Pool(u, { connect });`, null],
      ["lifted: from a choice", `new Pool(u, { connect: x ? { localAddress: a } : {} });`, null],
      ["lifted: from a choice of others", `new Pool(u, { connect: x && { localAddress: a } });`, null],
      ["lifted: from a spread", `new Pool(u, { ...{ connect: { localAddress: a } } });`, null],
    ],
  );
  table(
    NET,
    "a.js",
    "listen",
    (file, site) => {
      if (site.kind === "raw") return null;
      const { at } = optionIn(file, site.stray[0]!, ["reusePort"], site.call);
      return at ? removeStray(file, site.call, at) : null;
    },
    [
      ["an argument", `server.listen(3000, { reusePort: true });`, `server.listen(3000);`],
      [
        "an argument, with the comment before it",
        `server.listen(3000, /* share */ { reusePort: true }, cb);`,
        `server.listen(3000, cb);`,
      ],
      ["an argument in parentheses", `server.listen(3000, ({ reusePort: true }), cb);`, `server.listen(3000, cb);`],
      [
        "one of several options",
        `server.listen(3000, { reusePort: true, host: "::" });`,
        `server.listen(3000, { host: "::" });`,
      ],
      ["a conditional option", `server.listen(3000, { ...(x && { reusePort: true }) });`, `server.listen(3000, {});`],
    ],
  );
});

describe("an argument inserted", () => {
  for (const at of [0, 1, 2])
    table(
      `import { App } from "uWebSockets.js";\n`,
      "a.js",
      "listen",
      (file, site) => insertArgument(file, site.call, at, `"x"`),
      [
        [
          `at ${at} of three`,
          `App().listen(a, b, c);`,
          [`App().listen("x", a, b, c);`, `App().listen(a, "x", b, c);`, `App().listen(a, b, "x", c);`][at]!,
        ],
        [
          `at ${at}, before a spread`,
          `App().listen(a, ...b);`,
          [`App().listen("x", a, ...b);`, `App().listen(a, "x", ...b);`, null][at]!,
        ],
        [`at ${at} of one`, `App().listen(a);`, [`App().listen("x", a);`, `App().listen(a, "x");`, null][at]!],
        [
          `at ${at} of one, behind its comment`,
          `App().listen(a /* b */);`,
          [`App().listen("x", a /* b */);`, `App().listen(a, "x" /* b */);`, null][at]!,
        ],
        [`at ${at} of none`, `App().listen(/* a */);`, [`App().listen("x"/* a */);`, null, null][at]!],
      ],
    );
});

describe("a value set", () => {
  table(NET, "a.js", "listen", (_, site) => (site.kind === "raw" ? null : setValue(site.option("reusePort"), "x")), [
    ["a method", `server.listen({ port: 1, reusePort() {} });`, null],
    ["a getter", `server.listen({ port: 1, get reusePort() { return true; } });`, null],
    [
      "a value in parentheses",
      `server.listen({ port: 1, reusePort: (true) });`,
      `server.listen({ port: 1, reusePort: (x) });`,
    ],
    [
      "a shorthand of that name",
      `const reusePort = true;\nserver.listen({ port: 1, reusePort });`,
      `const reusePort = true;\nserver.listen({ port: 1, reusePort: x });`,
    ],
  ]);
});
