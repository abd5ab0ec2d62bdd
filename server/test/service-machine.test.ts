import assert from "node:assert/strict";
import { machineLines, readMachine } from "../src/service/machine.ts";

/** What is read of a machine whose files below /proc/sys are these. */
function machine(files: Readonly<Record<string, string>>) {
  const all: Readonly<Record<string, string>> = {
    "kernel/osrelease": "6.1.0\n",
    "net/ipv4/ip_local_port_range": "32768\t60999\n",
    ...files,
  };
  return readMachine((path) => all[path.replace(/^\/proc\/sys\//, "")] ?? null);
}

const RESERVED = "net/ipv4/ip_local_reserved_ports";

describe("what the kernel says of ports", () => {
  it("is its version, the range and how many ports are in it", () =>
    assert.deepEqual(machine({}), {
      kernel: "6.1.0",
      portRange: [32768, 60999],
      ports: 28232,
      reserved: "",
      switches: {},
    }));

  it("is nothing where there is no Linux", () => {
    assert.equal(
      readMachine(() => null),
      null,
    );
    assert.equal(machine({ "kernel/osrelease": "" }), null);
    assert.equal(machine({ "net/ipv4/ip_local_port_range": "" }), null);
    assert.equal(machine({ "net/ipv4/ip_local_port_range": "x 1 2" }), null);
  });

  for (const [reserved, ports] of [
    ["40000", 28231],
    ["40000-40009", 28222],
    ["40000-40009,40005-40010", 28221],
    ["8080,9148-9150", 28232],
    ["32767-32768", 28231],
    ["60999-61000", 28231],
    [" 40000 , 40001 ", 28230],
    ["x,40000", 28231],
    ["40000-", 28232],
  ] as const)
    it(`leaves out the reserved ${reserved}`, () =>
      assert.equal(machine({ [RESERVED]: `${reserved}\n` })?.ports, ports));

  it("names the switches that the kernel has", () =>
    assert.deepEqual(machine({ "net/ipv4/tcp_tw_reuse": "2\n", "net/ipv4/ip_autobind_reuse": "\n" })?.switches, {
      tcp_tw_reuse: "2",
    }));

  it("is two lines of a hover", () => {
    assert.deepEqual(machineLines(machine({})!), [
      "*On the machine of this language server*: Linux 6.1.0, `ip_local_port_range` 32768–60999: 28,232 ports, none reserved.",
    ]);
    assert.deepEqual(
      machineLines(machine({ [RESERVED]: "40000", "net/ipv4/tcp_tw_reuse": "2", "net/ipv4/tcp_migrate_req": "0" })!),
      [
        "*On the machine of this language server*: Linux 6.1.0, `ip_local_port_range` 32768–60999: 28,231 ports (without the reserved 40000).",
        "`tcp_tw_reuse=2`, `tcp_migrate_req=0`.",
      ],
    );
  });
});
