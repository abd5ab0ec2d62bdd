import { createServer } from "node:net";
import { certificate, privateKey } from "../certificate.ts";
import { inDeno } from "../deno-script.ts";
import type { Experiment } from "../experiment.ts";
import type { Lab } from "../lab.ts";
import { listen } from "../node.ts";

/** Both families of one name, IPv6 first. */
const NAMES = "127.0.0.1 localhost\n::1 both.test\n127.0.0.1 both.test\n";

const helpers = `const http = await import("node:http"), net = await import("node:net");
  const on = (host) => new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen({ host, port: 0 }, () => { resolve(server.address().address); server.close(); });
  });
  const own = (hostname) => { try { const server = Deno.listen({ hostname, port: 0 }); const at = server.addr.hostname; server.close(); return at; } catch (error) { return error.name; } };
  const served = async (hostname) => { try { const server = Deno.serve({ hostname, port: 0, onListen() {} }, () => new Response("x")); const at = server.addr.hostname; await server.shutdown(); return at; } catch (error) { return error.name; } };
  const from = (options) => new Promise((resolve) => {
    const socket = net.connect({ port: 4000, ...options });
    socket.once("connect", () => { resolve(socket.localAddress); socket.destroy(); });
    socket.once("error", (error) => resolve(error.code));
  });
  const get = (options) => new Promise((resolve) => {
    const request = http.get({ port: 4000, ...options });
    request.once("socket", (socket) => socket.once("connect", () => { resolve(socket.localAddress); request.destroy(); }));
    request.on("error", (error) => resolve(error.code));
  });`;

async function serve(lab: Lab): Promise<void> {
  for (const host of ["127.0.0.1", "::1"]) await listen(lab, createServer(), { host, port: 4000 });
}

export const experiments: readonly Experiment[] = [
  {
    fact: "deno-flags-strict-true",
    needs: ["deno"],
    expect: {
      "Deno.listen twice, reusePort: 1": "EADDRINUSE",
      "Deno.serve twice, reusePort: 1": "EADDRINUSE",
      "node:net twice, reusePort: 1": "EADDRINUSE",
      "Deno.listenDatagram twice, reuseAddress: 1": "EADDRINUSE",
      "Deno.listenTls, reusePort: 1": "TypeError",
    },
    control: { changes: "true" },
    run: (lab) =>
      inDeno(
        lab,
        `const one = ${lab.either("1", "true")}, hostname = "127.0.0.1";
        const twice = (open) => { open(); return attempt(open); };
        seen["Deno.listen twice, reusePort: 1"] = twice(() => Deno.listen({ hostname, port: 4000, reusePort: one }));
        seen["Deno.serve twice, reusePort: 1"] = twice(() => Deno.serve({ hostname, port: 4001, reusePort: one, onListen() {} }, () => new Response("x")));
        const net = await import("node:net");
        const [first, second] = [net.createServer(), net.createServer()];
        await emitted(first, "listening", () => first.listen({ host: hostname, port: 4002, reusePort: one }));
        seen["node:net twice, reusePort: 1"] = await emitted(second, "listening", () => second.listen({ host: hostname, port: 4002, reusePort: one }));
        seen["Deno.listenDatagram twice, reuseAddress: 1"] = twice(() => Deno.listenDatagram({ transport: "udp", hostname, port: 4003, reuseAddress: one }));
        const tls = { cert: ${JSON.stringify(certificate)}, key: ${JSON.stringify(privateKey)} };
        const named = (open) => { try { open(); return "OK"; } catch (error) { return error.name; } };
        seen["Deno.listenTls, reusePort: 1"] = named(() => Deno.listenTls({ hostname, port: 4004, reusePort: one, ...tls }).close());`,
      ),
  },
  {
    fact: "deno-hosts",
    needs: ["deno", "IPv6"],
    expect: {
      "[::1]: Deno.listen, Deno.serve, node:net": ["::1", "::1", "ENOTFOUND"],
      "*: Deno.listen, node:net": ["URIError", "ENOTFOUND"],
      "127.1: Deno.listen, Deno.serve, node:net": ["127.0.0.1", "127.0.0.1", "127.0.0.1"],
      "0: Deno.listen, Deno.serve, node:net": ["0.0.0.0", "0.0.0.0", "0.0.0.0"],
    },
    control: { changes: "127.0.0.2 in place of all of them" },
    run: (lab) =>
      inDeno(
        lab,
        `${helpers}
        const host = (text) => ${lab.either("text", '"127.0.0.2"')};
        const all = async (text) => [own(host(text)), await served(host(text)), await on(host(text))];
        seen["[::1]: Deno.listen, Deno.serve, node:net"] = await all("[::1]");
        seen["*: Deno.listen, node:net"] = [own(host("*")), await on(host("*"))];
        seen["127.1: Deno.listen, Deno.serve, node:net"] = await all("127.1");
        seen["0: Deno.listen, Deno.serve, node:net"] = await all("0");`,
      ),
  },
  {
    fact: "deno-foreign-address",
    needs: ["deno"],
    expect: {
      "node:net, listen": "EINVAL",
      "node:net, localAddress": "EINVAL",
      "node:http, localAddress": "EINVAL",
      "Deno.listen": "AddrNotAvailable",
    },
    control: { changes: "an address of this machine" },
    async run(lab) {
      await listen(lab, createServer(), { host: "127.0.0.1", port: 4000 });
      return inDeno(
        lab,
        `${helpers}
        const foreign = "${lab.either("192.0.2.1", "127.0.0.9")}";
        seen["node:net, listen"] = await on(foreign);
        seen["node:net, localAddress"] = await from({ host: "127.0.0.1", localAddress: foreign });
        seen["node:http, localAddress"] = await get({ host: "127.0.0.1", localAddress: foreign });
        seen["Deno.listen"] = own(foreign);`,
      );
    },
  },
  {
    fact: "deno-local-address-other-family",
    needs: ["deno", "IPv6"],
    expect: {
      "node:net, ::1 to 127.0.0.1": "EINVAL",
      "node:http, ::1 to 127.0.0.1": "EINVAL",
      "node:net, 127.0.0.9 to ::1": "EAFNOSUPPORT",
      "node:http, 127.0.0.9 to ::1": "EAFNOSUPPORT",
      "127.0.0.9 to a name with both families": "127.0.0.9",
      "::1 to a name with both families": "EINVAL",
    },
    control: { changes: "the remote address is of the same family" },
    async run(lab) {
      await serve(lab);
      return inDeno(
        lab,
        `${helpers}
        const [four, six, both] = ${lab.either('["127.0.0.1", "::1", "both.test"]', '["::1", "127.0.0.1", "::1"]')};
        seen["node:net, ::1 to 127.0.0.1"] = await from({ host: four, localAddress: "::1" });
        seen["node:http, ::1 to 127.0.0.1"] = await get({ host: four, localAddress: "::1" });
        seen["node:net, 127.0.0.9 to ::1"] = await from({ host: six, localAddress: "127.0.0.9" });
        seen["node:http, 127.0.0.9 to ::1"] = await get({ host: six, localAddress: "127.0.0.9" });
        seen["127.0.0.9 to a name with both families"] = await from({ host: "both.test", localAddress: "127.0.0.9" });
        seen["::1 to a name with both families"] = await from({ host: both, localAddress: "::1" });`,
        undefined,
        NAMES,
      );
    },
  },
];
