import type { Experiment } from "../experiment.ts";
import { exhaust, listener, tryBind } from "../tcp.ts";
import type { Lab } from "../lab.ts";

const lo = "127.0.0.1";
const from = { host: lo };

/** Three servers to connect to, on one address, and a range of ten ports. */
function threeDestinations({ sys, range }: Lab, host = lo) {
  range(40000, 40009);
  return [4000, 4001, 4002].map((port) => {
    listener(sys, host, port);
    return { host, port };
  });
}

export const experiments: readonly Experiment[] = [
  {
    fact: "bind-zero-holds-port",
    expect: { "one destination": 10, "three destinations": 10, then: "bind EADDRINUSE" },
    control: { changes: "IP_BIND_ADDRESS_NO_PORT is set before bind()" },
    run(lab) {
      const destinations = threeDestinations(lab);
      const options = lab.either({}, { noPort: true });
      const one = exhaust(lab.sys, from, destinations.slice(0, 1), options);
      one.fds.forEach((fd) => (lab.sys.linger(fd, 0), lab.sys.close(fd)));
      const three = exhaust(lab.sys, from, destinations, options);
      return { "one destination": one.fds.length, "three destinations": three.fds.length, then: three.failure };
    },
  },
  {
    fact: "bind-zero-limit-per-address",
    expect: { "from 127.0.0.1": 10, "from 0.0.0.0 then": "EADDRINUSE", "from 127.0.0.2 then": 10 },
    control: { changes: "all of them bind the first address" },
    run(lab) {
      const destinations = threeDestinations(lab);
      const first = exhaust(lab.sys, from, destinations).fds.length;
      const wildcard = tryBind(lab.sys, "0.0.0.0", 0);
      return {
        "from 127.0.0.1": first,
        "from 0.0.0.0 then": wildcard,
        "from 127.0.0.2 then": exhaust(lab.sys, { host: lab.either("127.0.0.2", lo) }, destinations).fds.length,
      };
    },
  },
  {
    fact: "no-port-shares-by-destination",
    expect: {
      "three destinations, one of them another address": 30,
      then: "connect EADDRNOTAVAIL",
      "source address kept": true,
      "without the option": 10,
    },
    control: { without: ["IP_BIND_ADDRESS_NO_PORT"] },
    run(lab) {
      const destinations = [...threeDestinations(lab).slice(1), { host: "127.0.0.5", port: 4000 }];
      listener(lab.sys, "127.0.0.5", 4000);
      const away = { host: "127.0.0.3" };
      const with_ = exhaust(lab.sys, away, destinations, { noPort: true });
      const names = with_.fds.map((fd) => lab.sys.sockname(fd));
      return {
        "three destinations, one of them another address": with_.fds.length,
        then: with_.failure,
        "source address kept": names.every((name) => typeof name !== "string" && name.host === away.host),
        "without the option": exhaust(lab.sys, { host: "127.0.0.4" }, destinations).fds.length,
      };
    },
  },
  {
    fact: "no-port-delays-port",
    expect: {
      "address after bind()": "127.0.0.3",
      "port after bind()": 0,
      "port after connect() is in the range": true,
    },
    control: { without: ["IP_BIND_ADDRESS_NO_PORT"] },
    run(lab) {
      const [to] = threeDestinations(lab);
      const fd = lab.sys.socket({ noPort: true });
      lab.sys.bind(fd, "127.0.0.3", 0);
      const before = lab.sys.sockname(fd);
      lab.sys.connect(fd, lo, to?.port ?? 0);
      const after = lab.sys.port(fd);
      return {
        "address after bind()": typeof before === "string" ? before : before.host,
        "port after bind()": typeof before === "string" ? -1 : before.port,
        "port after connect() is in the range": after >= 40000 && after <= 40009,
      };
    },
  },
  {
    fact: "no-port-on-ipv6",
    needs: ["IPv6"],
    expect: {
      "with the option": 30,
      then: "connect EADDRNOTAVAIL",
      "without it": 10,
      "then, without it": "bind EADDRINUSE",
    },
    control: { without: ["IP_BIND_ADDRESS_NO_PORT"] },
    run(lab) {
      const destinations = threeDestinations(lab, "::1");
      const with_ = exhaust(lab.sys, { host: "::1" }, destinations, { noPort: true });
      with_.fds.forEach((fd) => (lab.sys.linger(fd, 0), lab.sys.close(fd)));
      const without = exhaust(lab.sys, { host: "::1" }, destinations);
      return {
        "with the option": with_.fds.length,
        then: with_.failure,
        "without it": without.fds.length,
        "then, without it": without.failure,
      };
    },
  },
  {
    fact: "plain-connect-shares-by-destination",
    expect: { "one destination": 10, "three destinations": 30, then: "connect EADDRNOTAVAIL" },
    control: { changes: "it binds first" },
    run(lab) {
      const destinations = threeDestinations(lab);
      const one = exhaust(lab.sys, null, destinations.slice(0, 1));
      one.fds.forEach((fd) => (lab.sys.linger(fd, 0), lab.sys.close(fd)));
      const three = exhaust(lab.sys, lab.either(null, from), destinations);
      return { "one destination": one.fds.length, "three destinations": three.fds.length, then: three.failure };
    },
  },
];
