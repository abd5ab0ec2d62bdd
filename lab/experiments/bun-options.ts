import { inBun } from "../bun-script.ts";
import type { Experiment } from "../experiment.ts";

/** What a server of Bun comes to: its address and port, the path, or the error. */
const servers = `const http = require("node:http"), net = require("node:net"), https = require("node:https");
  const on = (server, options) => new Promise((resolve) => {
    server.once("error", (error) => resolve(error.code));
    server.listen(options, () => { const at = server.address(); server.close(() => resolve(typeof at === "string" ? "the path" : at)); });
  });
  const port = (at) => typeof at === "object" ? "a port" : at;
  const address = (at) => typeof at === "object" ? at.address : at;
  const fetch = () => new Response("x"), socket = { data() {} };`;

export const experiments: readonly Experiment[] = [
  {
    fact: "bun-path-wins",
    needs: ["bun"],
    expect: {
      "node:http, path and port": "the path",
      "node:http, path and port undefined": "the path",
      "node:https, path and port": "the path",
      "node:net, path and port": "a port",
      "Bun.serve, unix and port": "the path",
      "Bun.listen, unix and port": "the path",
      "node:http, path and host": "ERR_INVALID_ARG_TYPE",
      "Bun.serve, unix and hostname": "ERR_INVALID_ARG_TYPE",
      "Bun.listen, unix and hostname": "the path",
    },
    control: { changes: "no path" },
    run: (lab) =>
      inBun(
        lab,
        `${servers}
        const { mkdtempSync, rmSync, existsSync } = require("node:fs");
        const folder = mkdtempSync(require("node:os").tmpdir() + "/lab-");
        let made = 0;
        const next = () => folder + "/" + ++made + ".sock";
        const path = () => ${lab.either("({ path: next() })", "({})")}, unix = () => ${lab.either("({ unix: next() })", "({})")};
        seen["node:http, path and port"] = port(await on(http.createServer(), { ...path(), port: 4000 }));
        seen["node:http, path and port undefined"] = port(await on(http.createServer(), { ...path(), port: undefined }));
        seen["node:https, path and port"] = port(await on(https.createServer({}), { ...path(), port: 4001 }));
        seen["node:net, path and port"] = port(await on(net.createServer(), { ...path(), port: 4002 }));
        const file = (make) => {
          const given = unix();
          try { const at = make(given); const is = given.unix !== undefined && existsSync(given.unix) ? "the path" : "a port"; at.stop(true); return is; } catch (error) { return error.code; }
        };
        seen["Bun.serve, unix and port"] = file((given) => Bun.serve({ ...given, port: 4003, fetch }));
        const anywhere = ${lab.either("{}", '{ hostname: "127.0.0.1" }')};
        seen["Bun.listen, unix and port"] = file((given) => Bun.listen({ ...given, ...anywhere, port: 4004, socket }));
        seen["node:http, path and host"] = port(await on(http.createServer(), { ...path(), host: "127.0.0.1", port: 4005 }));
        seen["Bun.serve, unix and hostname"] = file((given) => Bun.serve({ ...given, hostname: "127.0.0.1", port: 4006, fetch }));
        seen["Bun.listen, unix and hostname"] = file((given) => Bun.listen({ ...given, hostname: "127.0.0.1", port: 4007, socket }));
        rmSync(folder, { recursive: true, force: true });`,
      ),
  },
  {
    fact: "bun-flags",
    needs: ["bun"],
    expect: {
      "Bun.listen, reusePort: 1": "ERR_INVALID_ARG_TYPE",
      "Bun.listen, ipv6Only: 1": "ERR_INVALID_ARG_TYPE",
      "Bun.listen, exclusive: 1": "ERR_INVALID_ARG_TYPE",
      "node:net, reusePort: 1": "ERR_INVALID_ARG_TYPE",
      "node:net, ipv6Only: 1": "ERR_INVALID_ARG_TYPE",
      "node:net throws": false,
      "Bun.serve twice, reusePort: 1": "OK",
      'Bun.serve twice, reusePort: "no"': "OK",
      "Bun.serve twice, reusePort: 0": "EADDRINUSE",
    },
    control: { changes: "false in place of the values" },
    run: (lab) =>
      inBun(
        lab,
        `${servers}
        const one = ${lab.either("1", "false")}, no = ${lab.either('"no"', "false")};
        const listen = (options) => attempt(() => Bun.listen({ hostname: "127.0.0.1", port: 0, socket, ...options }).stop(true));
        seen["Bun.listen, reusePort: 1"] = listen({ reusePort: one });
        seen["Bun.listen, ipv6Only: 1"] = listen({ ipv6Only: one });
        seen["Bun.listen, exclusive: 1"] = listen({ exclusive: one });
        seen["node:net, reusePort: 1"] = port(await on(net.createServer(), { host: "127.0.0.1", port: 0, reusePort: one }));
        seen["node:net, ipv6Only: 1"] = port(await on(net.createServer(), { host: "::1", port: 0, ipv6Only: one }));
        seen["node:net throws"] = attempt(() => net.createServer().on("error", () => {}).listen({ port: 0, reusePort: one })) !== "OK";
        const twice = (port, reusePort) => {
          const serve = () => Bun.serve({ hostname: "127.0.0.1", port, reusePort, fetch });
          serve();
          return attempt(serve);
        };
        seen["Bun.serve twice, reusePort: 1"] = twice(4000, one);
        seen['Bun.serve twice, reusePort: "no"'] = twice(4001, no);
        seen["Bun.serve twice, reusePort: 0"] = twice(4002, 0);`,
      ),
  },
  {
    fact: "bun-http-ignores-ipv6-only",
    needs: ["bun", "IPv6"],
    expect: {
      "127.0.0.1 beside node:http": "EADDRINUSE",
      "127.0.0.1 beside node:net": "OK",
      "127.0.0.1 beside Bun.serve": "OK",
    },
    control: { changes: "::1 in place of ::" },
    run: (lab) =>
      inBun(
        lab,
        `${servers}
        let server;
        const host = "${lab.either("::", "::1")}";
        await emitted(server = http.createServer(), "listening", () => server.listen({ host, port: 4000, ipv6Only: true }));
        seen["127.0.0.1 beside node:http"] = await emitted(server = net.createServer(), "listening", () => server.listen(4000, "127.0.0.1"));
        await emitted(server = net.createServer(), "listening", () => server.listen({ host, port: 4001, ipv6Only: true }));
        seen["127.0.0.1 beside node:net"] = await emitted(server = net.createServer(), "listening", () => server.listen(4001, "127.0.0.1"));
        Bun.serve({ hostname: host, port: 4002, ipv6Only: true, fetch });
        seen["127.0.0.1 beside Bun.serve"] = attempt(() => Bun.serve({ hostname: "127.0.0.1", port: 4002, fetch }));`,
      ),
  },
  {
    fact: "bun-hosts",
    needs: ["bun", "IPv6"],
    expect: {
      "[::1]: node:http, Bun.serve": ["::1", "::1"],
      "[::1]: node:net, Bun.listen": ["ENOTFOUND", "ENOTFOUND"],
      "*: node:http, node:net, Bun.serve, Bun.listen": ["::", "::", "::", "OK"],
      "127.1: node:http, node:net, Bun.serve": ["127.0.0.1", "127.0.0.1", "127.0.0.1"],
      "0: node:http, node:net, Bun.serve": ["0.0.0.0", "0.0.0.0", "0.0.0.0"],
    },
    control: { changes: "127.0.0.2 in place of all of them" },
    run: (lab) =>
      inBun(
        lab,
        `${servers}
        const by = async (host, http_, net_, serve_, listen_) => {
          const seen = [];
          if (http_) seen.push(address(await on(http.createServer(), { host, port: 0 })));
          if (net_) seen.push(address(await on(net.createServer(), { host, port: 0 })));
          if (serve_) { try { const server = Bun.serve({ hostname: host, port: 0, fetch }); seen.push(server.address.address); server.stop(true); } catch (error) { seen.push(error.code); } }
          if (listen_) seen.push(attempt(() => Bun.listen({ hostname: host, port: 0, socket }).stop(true)));
          return seen;
        };
        const host = (text) => ${lab.either("text", '"127.0.0.2"')};
        seen["[::1]: node:http, Bun.serve"] = await by(host("[::1]"), 1, 0, 1, 0);
        seen["[::1]: node:net, Bun.listen"] = await by(host("[::1]"), 0, 1, 0, 1);
        seen["*: node:http, node:net, Bun.serve, Bun.listen"] = await by(host("*"), 1, 1, 1, 1);
        seen["127.1: node:http, node:net, Bun.serve"] = await by(host("127.1"), 1, 1, 1, 0);
        seen["0: node:http, node:net, Bun.serve"] = await by(host("0"), 1, 1, 1, 0);
        `,
      ),
  },
];
