import type { Experiment } from "../experiment.ts";
import { tcpTable } from "../proc.ts";
import { listener, must, tryBind } from "../tcp.ts";

const lo = "127.0.0.1";
const elsewhere = "203.0.113.7";

/** What, apart from other sockets, decides whether bind() works. */
export const experiments: readonly Experiment[] = [
  {
    fact: "low-ports-need-permission",
    needs: ["other users"],
    expect: {
      "ip_unprivileged_port_start by default": "1024",
      "a user, port 80": "EACCES",
      "a user, port 1023": "EACCES",
      "a user, port 1024": "OK",
      "root, port 80": "OK",
      "a user, port 80, with ip_unprivileged_port_start=80": "OK",
    },
    control: { oneUser: true },
    async run({ sys, sysctl, setSysctl, peer }) {
      const start = sysctl("net.ipv4.ip_unprivileged_port_start");
      const other = await peer({ uid: 1234 });
      const bind = async (port: number) => {
        const fd = await other.socket();
        const outcome = await other.bind(fd, lo, port);
        await other.close(fd);
        return outcome;
      };
      const [low, last, first] = [await bind(80), await bind(1023), await bind(1024)];
      const root = tryBind(sys, lo, 80);
      setSysctl("net.ipv4.ip_unprivileged_port_start", 80);
      return {
        "ip_unprivileged_port_start by default": start,
        "a user, port 80": low,
        "a user, port 1023": last,
        "a user, port 1024": first,
        "root, port 80": root,
        "a user, port 80, with ip_unprivileged_port_start=80": await bind(80),
      };
    },
  },
  {
    fact: "nonlocal-bind",
    expect: {
      "an address of another machine": "EADDRNOTAVAIL",
      "with IP_FREEBIND": "OK",
      "with net.ipv4.ip_nonlocal_bind=1": "OK",
    },
    control: { without: ["IP_FREEBIND"], sysctls: { "net.ipv4.ip_nonlocal_bind": 0 } },
    run({ sys, setSysctl }) {
      const plain = tryBind(sys, elsewhere, 4000);
      const free = sys.socket();
      sys.set(free, "IP_FREEBIND", 1);
      const bound = sys.bind(free, elsewhere, 4001);
      setSysctl("net.ipv4.ip_nonlocal_bind", 1);
      return {
        "an address of another machine": plain,
        "with IP_FREEBIND": bound,
        "with net.ipv4.ip_nonlocal_bind=1": tryBind(sys, elsewhere, 4002),
      };
    },
  },
  {
    fact: "ports-are-per-network-namespace",
    needs: ["other users"],
    expect: {
      "the same namespace": "EADDRINUSE",
      "another namespace": "OK",
      "its ip_local_port_range": "32768 60999",
      "its ip_local_reserved_ports": "",
      "its ip_unprivileged_port_start": "1024",
    },
    control: { changes: "the other process stays in this namespace" },
    async run({ sys, range, setSysctl, peer, either }) {
      range(40000, 40009);
      setSysctl("net.ipv4.ip_local_reserved_ports", 40003);
      setSysctl("net.ipv4.ip_unprivileged_port_start", 80);
      listener(sys, "0.0.0.0", 4000);
      const other = await peer();
      if (either(true, false)) must(await other.unshareNetwork(), "unshare");
      return {
        "the same namespace": tryBind(sys, "0.0.0.0", 4000),
        "another namespace": await other.bind(await other.socket(), "0.0.0.0", 4000),
        "its ip_local_port_range": await other.sysctl("net.ipv4.ip_local_port_range"),
        "its ip_local_reserved_ports": await other.sysctl("net.ipv4.ip_local_reserved_ports"),
        "its ip_unprivileged_port_start": await other.sysctl("net.ipv4.ip_unprivileged_port_start"),
      };
    },
  },
  {
    fact: "somaxconn-caps-backlog",
    expect: { "listen(511) with somaxconn 8: connections before one hangs": 9 },
    control: { sysctls: { "net.core.somaxconn": 20 } },
    async run({ sys, setSysctl, until }) {
      setSysctl("net.core.somaxconn", 8);
      listener(sys, lo, 4000, { backlog: 511 });
      for (let i = 0; i < 30; i++) sys.connect(sys.socket({ forNode: true }), lo, 4000);
      const established = () =>
        tcpTable().filter((each) => each.localPort === 4000 && each.state === "ESTABLISHED").length;
      await until(() => tcpTable().some((each) => each.remotePort === 4000 && each.state === "SYN_SENT"), 3);
      return { "listen(511) with somaxconn 8: connections before one hangs": established() };
    },
  },
];
