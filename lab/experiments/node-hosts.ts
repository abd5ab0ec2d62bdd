import { existsSync, mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { dialNode, listen } from "../node.ts";
import { listener, tryBind } from "../tcp.ts";

/** The address that a server comes to listen on, or the error. */
async function addressOn(lab: Lab, host: string): Promise<string> {
  const server = createServer();
  const outcome = await listen(lab, server, { host, port: 0 });
  return outcome === "OK" ? (server.address() as AddressInfo).address : outcome;
}

export const experiments: readonly Experiment[] = [
  {
    fact: "node-short-addresses",
    about: "node",
    expect: {
      "127.1": "127.0.0.1",
      "0x7f.1": "127.0.0.1",
      2130706433: "127.0.0.1",
      0: "0.0.0.0",
      "010.0.0.1": "8.0.0.1",
      "as localAddress": "ERR_INVALID_IP_ADDRESS",
    },
    control: { changes: "the addresses are written in full, and are others" },
    async run(lab) {
      // It is not of this machine: the error names the address that bind() was given.
      const octal = await new Promise<string>((resolve) => {
        const server = createServer().once("error", (error) => resolve((error as { address?: string }).address ?? ""));
        server.listen({ host: lab.either("010.0.0.1", "10.0.0.1"), port: 4000 }, () => resolve("OK"));
      });
      const from = { host: "127.0.0.1", port: 4001, localAddress: lab.either("127.1", "127.0.0.1") };
      return {
        "127.1": await addressOn(lab, lab.either("127.1", "127.0.0.2")),
        "0x7f.1": await addressOn(lab, lab.either("0x7f.1", "127.0.0.2")),
        2130706433: await addressOn(lab, lab.either("2130706433", "127.0.0.2")),
        0: await addressOn(lab, lab.either("0", "127.0.0.2")),
        "010.0.0.1": octal,
        "as localAddress": (await dialNode(lab, from)).outcome,
      };
    },
  },
  {
    fact: "node-host-in-brackets",
    about: "node",
    needs: ["IPv6"],
    expect: {
      "[::1]": "getaddrinfo ENOTFOUND",
      "*": "getaddrinfo ENOTFOUND",
      "dgram: [::1]": "ENOTFOUND",
      "no host": "::",
    },
    control: { changes: "no brackets, and :: for *" },
    async run(lab) {
      const { createSocket } = await import("node:dgram");
      const bound = await new Promise<string>((resolve) => {
        const socket = createSocket("udp6").once("error", (error) => resolve((error as { code?: string }).code ?? ""));
        lab.onEnd(() => socket.close());
        socket.bind(0, lab.either("[::1]", "::1"), () => resolve("OK"));
      });
      const server = createServer();
      await listen(lab, server, 4000);
      return {
        "[::1]": await addressOn(lab, lab.either("[::1]", "::1")),
        "*": await addressOn(lab, lab.either("*", "::")),
        "dgram: [::1]": bound,
        "no host": (server.address() as AddressInfo).address,
      };
    },
  },
  {
    fact: "mapped-wildcard-is-ipv4",
    needs: ["IPv6"],
    expect: {
      "an IPv4 client": "OK",
      "an IPv6 client": "connect ECONNREFUSED",
      "0.0.0.0 beside it": "EADDRINUSE",
      "127.0.0.1 beside it": "EADDRINUSE",
      "::1 beside it": "OK",
      ":: beside it": "EADDRINUSE",
      ":: with IPV6_V6ONLY beside it": "OK",
      "::ffff:127.0.0.1 and 127.0.0.1": "EADDRINUSE",
    },
    control: { changes: "::1 in its place" },
    async run(lab) {
      const { sys } = lab;
      listener(sys, lab.either("::ffff:0.0.0.0", "::1"), 4000);
      listener(sys, lab.either("::ffff:127.0.0.1", "::1"), 4001);
      return {
        "an IPv4 client": (await dialNode(lab, { host: "127.0.0.1", port: 4000 })).outcome,
        "an IPv6 client": (await dialNode(lab, { host: "::1", port: 4000 })).outcome,
        "0.0.0.0 beside it": tryBind(sys, "0.0.0.0", 4000),
        "127.0.0.1 beside it": tryBind(sys, "127.0.0.1", 4000),
        "::1 beside it": tryBind(sys, "::1", 4000),
        ":: beside it": tryBind(sys, "::", 4000),
        ":: with IPV6_V6ONLY beside it": tryBind(sys, "::", 4000, { v6only: true }),
        "::ffff:127.0.0.1 and 127.0.0.1": tryBind(sys, "127.0.0.1", 4001),
      };
    },
  },
  {
    fact: "node-port-beside-path",
    about: "node",
    expect: {
      "net, port 4000": "4000, no file",
      "net, port undefined": "a port, no file",
      "net, port null": "a port, no file",
      "http, port undefined": "a port, no file",
      "https, port undefined": "a port, no file",
      "http2, port undefined": "a port, no file",
      "tls, port undefined": "a port, no file",
      "net, path alone": "the file",
    },
    control: { changes: "no port" },
    async run(lab) {
      const folder = mkdtempSync(join(tmpdir(), "lab-"));
      lab.onEnd(() => rmSync(folder, { recursive: true, force: true }));
      let made = 0;
      const opened = async (server: Server, beside: object) => {
        const path = join(folder, `${++made}.sock`);
        const outcome = await listen(lab, server, { path, ...beside });
        if (outcome !== "OK") return outcome;
        const address = server.address();
        if (typeof address === "string") return existsSync(path) ? "the file" : "no file";
        const port = address?.port === 4000 ? 4000 : "a port";
        return `${port}, ${existsSync(path) ? "and the file" : "no file"}`;
      };
      const nothing = lab.either({ port: undefined }, {});
      return {
        "net, port 4000": await opened(createServer(), lab.either({ port: 4000 }, {})),
        "net, port undefined": await opened(createServer(), nothing),
        "net, port null": await opened(createServer(), lab.either({ port: null }, {})),
        "http, port undefined": await opened(http.createServer(), nothing),
        "https, port undefined": await opened(https.createServer({}), nothing),
        "http2, port undefined": await opened(http2.createServer(), nothing),
        "tls, port undefined": await opened(tls.createServer({}), nothing),
        "net, path alone": await opened(createServer(), {}),
      };
    },
  },
];
