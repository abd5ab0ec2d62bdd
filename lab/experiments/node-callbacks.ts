import http from "node:http";
import http2 from "node:http2";
import { connect, createServer, type AddressInfo, type Server } from "node:net";
import { createRequire } from "node:module";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { errorName, listen, runScript, thrown } from "../node.ts";

const host = "127.0.0.1";
type Heard = (callback: (...args: unknown[]) => void) => { on(event: "error", listener: () => void): unknown };

/** Starts a listen with a callback on port 4000; what the callback was called with, or that it was not called. */
async function hears(lab: Lab, start: Heard): Promise<string> {
  let heard = "not called";
  const server = start((error) => (heard = error === undefined ? "nothing" : errorName(error)));
  server.on("error", () => {});
  await lab.until(() => heard !== "not called", 0.3);
  await new Promise((resolve) => (server as unknown as Server).close(resolve));
  return heard;
}

export const experiments: readonly Experiment[] = [
  {
    fact: "node-listen-callback-hears-no-error",
    about: "node",
    expect: {
      "net.Server": "not called",
      "http.Server": "not called",
      "http2.Http2Server": "not called",
      "called once when a second try works": 1,
    },
    control: { changes: "nobody holds the port" },
    async run(lab) {
      const holder = createServer();
      await listen(lab, holder, { host, port: lab.either(4000, 4001) });
      const seen = {
        "net.Server": await hears(lab, (callback) => createServer().listen(4000, host, callback)),
        "http.Server": await hears(lab, (callback) => http.createServer().listen(4000, host, callback)),
        "http2.Http2Server": await hears(lab, (callback) => http2.createServer().listen(4000, host, callback)),
      };
      // A callback is a 'listening' listener that stays: that of the failed call is called too.
      let calls = 0;
      const server = createServer();
      lab.onEnd(() => server.close());
      await new Promise((resolve) => {
        server.once("error", resolve).once("listening", resolve);
        server.listen(4000, host, () => calls++);
      });
      if (!server.listening) {
        await new Promise((resolve) => holder.close(resolve));
        await new Promise<void>((resolve) => server.listen(4000, host, resolve));
      }
      return { ...seen, "called once when a second try works": calls };
    },
  },
  {
    fact: "express-listen-callback",
    about: "node",
    needs: ["express"],
    expect: {
      "Express 4": "not called",
      "Express 5": "listen EADDRINUSE",
      "no 'error' listener, Express 4": "the process ends",
      "no 'error' listener, Express 5": "the process goes on",
    },
    control: { changes: "nobody holds the port" },
    async run(lab) {
      await listen(lab, createServer(), { host, port: lab.either(4000, 4001) });
      const require = createRequire(process.argv[1] as string);
      const app = (name: string) => (require(name) as () => { listen(...args: unknown[]): Server })();
      const four = await hears(lab, (callback) => app("express4").listen(4000, host, callback));
      const without = async (name: string) => {
        const path = JSON.stringify(require.resolve(name));
        const source = `require(${path})().listen(4000, "${host}", () => {});
          setTimeout(() => { console.log("on"); process.exit(); }, 300);`;
        return (await runScript(lab, source)) === "on" ? "the process goes on" : "the process ends";
      };
      return {
        "Express 4": four,
        "Express 5": await hears(lab, (callback) => app("express5").listen(4000, host, callback)),
        "no 'error' listener, Express 4": await without("express4"),
        "no 'error' listener, Express 5": await without("express5"),
      };
    },
  },
  {
    fact: "node-listen-twice",
    about: "node",
    expect: {
      "without a host, second call": "ERR_SERVER_ALREADY_LISTEN",
      "without a host, port": 4000,
      "with a host, second call": "OK",
      "with a host, 'error' events": 0,
      "with a host, port": 4003,
      "a client of the first port": "connect ECONNREFUSED",
    },
    control: { changes: "there is no second call" },
    async run(lab) {
      const twice = async (first: number, ...hosts: string[]) => {
        const server = createServer();
        let errors = 0;
        server.on("error", () => errors++);
        lab.onEnd(() => server.close());
        server.listen(first, ...hosts);
        const second = lab.either(true, false) ? thrown(() => server.listen(first + 1, ...hosts)) : "none";
        await lab.until(() => server.listening);
        return { second, errors, port: (server.address() as AddressInfo).port };
      };
      const plain = await twice(4000);
      const named = await twice(4002, host);
      const client = await new Promise<string>((resolve) => {
        const socket = connect(4002, host, () => resolve("OK")).on("error", (error) => resolve(errorName(error)));
        lab.onEnd(() => socket.destroy());
      });
      return {
        "without a host, second call": plain.second,
        "without a host, port": plain.port,
        "with a host, second call": named.second,
        "with a host, 'error' events": named.errors,
        "with a host, port": named.port,
        "a client of the first port": client,
      };
    },
  },
  {
    fact: "sigterm-handler-keeps-port",
    about: "node",
    expect: { "a handler that does not end the process": "listen EADDRINUSE", "no handler": "OK" },
    control: { changes: "the handler calls process.exit()" },
    async run(lab) {
      /** A server in another process gets SIGTERM; then a new one listens on its port. */
      const restart = (port: number, handler: string) =>
        runScript(
          lab,
          `const child = require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(
            `${handler} require("node:net").createServer().listen(${port}, "${host}", () => console.log("up"))`,
          )}], { stdio: ["ignore", "pipe", "ignore"] });
          child.stdout.once("data", async () => {
            child.kill("SIGTERM");
            await new Promise((resolve) => { child.once("exit", resolve); setTimeout(resolve, 300); });
            const server = require("node:net").createServer();
            const done = (outcome) => { console.log(outcome); child.kill("SIGKILL"); process.exit(); };
            server.once("error", (error) => done(error.syscall + " " + error.code));
            server.listen(${port}, "${host}", () => done("OK"));
          });`,
        );
      const handler = lab.either(`process.on("SIGTERM", () => {});`, `process.on("SIGTERM", () => process.exit());`);
      return {
        "a handler that does not end the process": await restart(4000, handler),
        "no handler": await restart(4001, ""),
      };
    },
  },
];
