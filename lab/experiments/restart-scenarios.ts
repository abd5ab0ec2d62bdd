import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { Experiment } from "../experiment.ts";
import { descriptorOf, listen } from "../node.ts";
import { SOCK_CLOEXEC } from "../constants.ts";
import { must, tryBind, tryListen } from "../tcp.ts";
import type { Lab } from "../lab.ts";
import { tcpTable } from "../proc.ts";

/** A server in a process of its own, with one connection from this process. */
async function serve({ sys, peer }: Lab, host: string, port: number) {
  const server = await peer();
  const fd = await server.socket({ reuseAddr: true });
  must(await server.bind(fd, host, port), "bind");
  must(await server.listen(fd), "listen");
  const client = sys.socket();
  must(sys.connect(client, "127.0.0.1", port), "connect");
  await server.accept(fd);
  return { server, client, fd };
}

export const experiments: readonly Experiment[] = [
  {
    fact: "sigkill-closes-normally",
    expect: {
      "peer still open": ["FIN_WAIT2"],
      "with SO_REUSEADDR then": "OK",
      "without SO_REUSEADDR then": "EADDRINUSE",
      "peer closed too": ["TIME_WAIT"],
      "with SO_REUSEADDR after that": "OK",
      "without SO_REUSEADDR after that": "EADDRINUSE",
      "with unread data: left behind": [],
      "with unread data: the peer reads": "ECONNRESET",
    },
    control: { changes: "nobody is killed" },
    async run(lab) {
      const { sys, states, sleep, either } = lab;
      const { server, client } = await serve(lab, "127.0.0.1", 4000);
      const unread = await serve(lab, "127.0.0.1", 4001);
      sys.send(unread.client, "a request");
      await sleep(50);
      if (either(true, false)) {
        await server.kill();
        await unread.server.kill();
      }
      const open = {
        state: states(4000),
        reuse: tryBind(sys, "127.0.0.1", 4000, { reuseAddr: true }),
        plain: tryBind(sys, "127.0.0.1", 4000),
      };
      sys.close(client);
      return {
        "peer still open": open.state,
        "with SO_REUSEADDR then": open.reuse,
        "without SO_REUSEADDR then": open.plain,
        "peer closed too": states(4000),
        "with SO_REUSEADDR after that": tryBind(sys, "127.0.0.1", 4000, { reuseAddr: true }),
        "without SO_REUSEADDR after that": tryBind(sys, "127.0.0.1", 4000),
        "with unread data: left behind": states(4001),
        "with unread data: the peer reads": sys.recv(unread.client),
      };
    },
  },
  {
    fact: "orphaned-fin-wait2-times-out",
    expect: {
      "tcp_fin_timeout by default": "60",
      "killed, peer open": ["FIN_WAIT2"],
      "after tcp_fin_timeout, at the server's port": [],
      "bind without SO_REUSEADDR then": "OK",
      "the peer's end": "CLOSE_WAIT",
      "after the peer has closed": [],
    },
    control: { sysctls: { "net.ipv4.tcp_fin_timeout": 60 } },
    async run(lab) {
      const { sys, states, until, either } = lab;
      const usual = lab.usual("net.ipv4.tcp_fin_timeout");
      lab.setSysctl("net.ipv4.tcp_fin_timeout", 2);
      const { server, client } = await serve(lab, "127.0.0.1", 4000);
      await server.kill();
      const killed = states(4000);
      await until(() => !tcpTable().some((each) => each.localPort === 4000), either(20, 5));
      const left = states(4000);
      const plain = tryBind(sys, "127.0.0.1", 4000);
      const peer = tcpTable().find((each) => each.remotePort === 4000)?.state ?? "none";
      sys.close(client);
      return {
        "tcp_fin_timeout by default": usual,
        "killed, peer open": killed,
        "after tcp_fin_timeout, at the server's port": left,
        "bind without SO_REUSEADDR then": plain,
        "the peer's end": peer,
        "after the peer has closed": states(4000),
      };
    },
  },
  {
    fact: "wildcard-restart-after-sigkill",
    expect: {
      "the dead server left": ["TIME_WAIT"],
      "a new process without SO_REUSEADDR": "EADDRINUSE",
      "a new process binds": "OK",
      "it listens": "OK",
      "it serves": "OK",
    },
    control: { without: ["SO_REUSEADDR"] },
    async run(lab) {
      const { sys, states, peer } = lab;
      const { server, client } = await serve(lab, "0.0.0.0", 4000);
      await server.kill();
      sys.close(client);
      const left = states(4000);
      const next = await peer();
      const plain = await next.bind(await next.socket(), "0.0.0.0", 4000);
      const fd = await next.socket({ reuseAddr: true });
      const bound = await next.bind(fd, "0.0.0.0", 4000);
      const listening = await next.listen(fd);
      const again = sys.socket();
      sys.connect(again, "127.0.0.1", 4000);
      const accepted = await next.accept(fd);
      return {
        "the dead server left": left,
        "a new process without SO_REUSEADDR": plain,
        "a new process binds": bound,
        "it listens": listening,
        "it serves": typeof accepted === "number" ? "OK" : accepted,
      };
    },
  },
  {
    fact: "child-holds-listener",
    expect: {
      "while the parent lives": "bind EADDRINUSE",
      "the parent is gone, the child is not": "bind EADDRINUSE",
      "the child is gone": "OK",
      "a server of Node.js is close-on-exec": true,
    },
    control: { changes: "there is no child" },
    async run(lab) {
      const { sys, peer, until } = lab;
      const parent = await peer();
      const fd = await parent.socket({ reuseAddr: true, inheritable: true });
      must(await parent.bind(fd, "127.0.0.1", 4000), "bind");
      must(await parent.listen(fd), "listen");
      const attempt = () => tryListen(sys, "127.0.0.1", 4000, { reuseAddr: true });
      const alive = attempt();
      const child = lab.either(true, false) ? await parent.spawnHolder(fd) : null;
      await parent.kill();
      const orphaned = attempt();
      if (child !== null) {
        lab.note(`kill(${child}, SIGKILL)`);
        process.kill(child, "SIGKILL");
      }
      await until(() => attempt() === "OK");
      const own = createServer();
      await listen(lab, own, { host: "127.0.0.1", port: 4001 });
      const info = readFileSync(`/proc/self/fdinfo/${descriptorOf(own)}`, "utf8");
      const flags = parseInt(/flags:\s*(\d+)/.exec(info)?.[1] ?? "0", 8);
      return {
        "while the parent lives": alive,
        "the parent is gone, the child is not": orphaned,
        "the child is gone": attempt(),
        "a server of Node.js is close-on-exec": (flags & SOCK_CLOEXEC) !== 0,
      };
    },
  },
  {
    fact: "parent-owned-listener",
    expect: {
      "the first child serves": "OK",
      "connecting between two children": "OK",
      "the port between two children": "LISTEN",
      "the next child serves the waiting connection": "OK",
    },
    control: { changes: "the parent closes its own descriptor" },
    async run({ sys, peer, either }) {
      const listening = sys.socket({ reuseAddr: true });
      must(sys.bind(listening, "0.0.0.0", 4000), "bind");
      must(sys.listen(listening), "listen");
      const served = (result: number | string) => (typeof result === "number" ? "OK" : result);
      const first = await peer({ inherit: [listening] });
      const one = sys.socket();
      must(sys.connect(one, "127.0.0.1", 4000), "connect");
      const byFirst = served(await first.accept(4));
      if (either(false, true)) sys.close(listening);
      await first.kill();
      const between = tcpTable().find((each) => each.localPort === 4000)?.state ?? "closed";
      const two = sys.socket();
      const connecting = sys.connect(two, "127.0.0.1", 4000);
      const second = await peer({ inherit: either([listening], []) });
      const bySecond = served(await second.accept(4));
      return {
        "the first child serves": byFirst,
        "connecting between two children": connecting,
        "the port between two children": between,
        "the next child serves the waiting connection": bySecond,
      };
    },
  },
];
