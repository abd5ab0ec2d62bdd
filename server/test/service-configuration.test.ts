import assert from "node:assert/strict";
import fc from "fast-check";
import { DEFAULTS, readConfiguration } from "../src/project/configuration.ts";
import { machinePage } from "../src/service/machine-page.ts";
import { readMachine } from "../src/service/machine.ts";

describe("service: settings", () => {
  it("reads what is right", () => {
    const { configuration, problems } = readConfiguration({
      diagnostics: "on",
      rules: {
        "require-reuse-option": ["warn", { apis: "all" }],
        "portreuse/no-cluster-bypass": 2,
        "no-ephemeral-server-port": ["error", { range: [40000, 50000] }],
      },
      node: ">=22",
      runtime: "bun",
      platforms: ["linux"],
      testFiles: [],
      workspaceScan: false,
      hover: { machine: false },
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, {
      diagnostics: "on",
      rules: {
        "require-reuse-option": { level: "warn", options: { apis: "all" } },
        "no-cluster-bypass": { level: "error" },
        "no-ephemeral-server-port": { level: "error", options: { range: [40000, 50000] } },
      },
      user: { node: ">=22", runtime: "bun", platforms: ["linux"], testFiles: [] },
      workspaceScan: false,
      hover: { ...DEFAULTS.hover, machine: false },
    });
  });

  it("takes null, nothing and empty texts as not set", () => {
    for (const section of [
      undefined,
      null,
      {},
      {
        diagnostics: null,
        rules: null,
        node: "",
        runtime: null,
        platforms: [],
        testFiles: null,
        workspaceScan: null,
        hover: null,
      },
    ]) {
      assert.deepEqual(readConfiguration(section), { configuration: DEFAULTS, problems: [] });
    }
  });

  it("names what is wrong and uses the default", () => {
    const { configuration, problems } = readConfiguration({
      diagnostics: "sometimes",
      rules: {
        "no-such-rule": "warn",
        "no-cluster-bypass": "loud",
        "require-reuse-option": ["warn", { apis: "none" }],
        "no-ephemeral-server-port": ["warn", { range: [1] }],
      },
      node: "new",
      runtime: "deno2",
      platforms: ["beos"],
      workspaceScan: "yes",
      hover: { machine: 1, jokes: true },
    });
    assert.deepEqual(configuration, {
      ...DEFAULTS,
      rules: { "require-reuse-option": { level: "warn" }, "no-ephemeral-server-port": { level: "warn" } },
    });
    const named = [
      "diagnostics",
      "no-such-rule",
      "no-cluster-bypass",
      "apis",
      "range",
      "portreuse.node",
      "portreuse.runtime",
      "portreuse.platforms",
      "workspaceScan",
      "hover.machine",
      "hover.jokes",
    ];
    assert.deepEqual(
      named.filter((each) => !problems.some((line) => line.includes(each))),
      [],
    );
    assert.equal(problems.length, named.length);
  });

  it("names options that only together make no sense", () => {
    const { configuration, problems } = readConfiguration({
      rules: { "no-ephemeral-server-port": ["error", { range: [5000, 4000] }] },
    });
    assert.deepEqual(configuration.rules, { "no-ephemeral-server-port": { level: "error" } });
    assert.match(problems.join(), /range.*\[5000,4000\]/);
  });

  it("never throws, whatever an editor sends", () => {
    const key = fc.constantFrom(
      "diagnostics",
      "rules",
      "node",
      "runtime",
      "platforms",
      "testFiles",
      "workspaceScan",
      "hover",
      "other",
    );
    const section = fc.oneof(fc.anything(), fc.dictionary(key, fc.anything()));
    fc.assert(
      fc.property(section, (given) => {
        const { configuration } = readConfiguration(given);
        assert.equal(typeof configuration.hover.machine, "boolean");
      }),
      { numRuns: 300 },
    );
  });
});

describe("service: the server's machine", () => {
  const files: Record<string, string> = {
    "/proc/sys/kernel/osrelease": "6.12.1-amd64\n",
    "/proc/sys/net/ipv4/ip_local_port_range": "40000\t40009\n",
    "/proc/sys/net/ipv4/ip_local_reserved_ports": "8080,40001-40003,40009\n",
    "/proc/sys/net/ipv4/tcp_tw_reuse": "2\n",
  };

  it("counts the ports that the kernel may hand out", () => {
    assert.deepEqual(
      readMachine((path) => files[path] ?? null),
      {
        kernel: "6.12.1-amd64",
        portRange: [40000, 40009],
        ports: 6,
        reserved: "8080,40001-40003,40009",
        switches: { tcp_tw_reuse: "2" },
      },
    );
  });

  it("says which switches a kernel lacks", () => {
    const machine = readMachine((path) => files[path] ?? null);
    assert.match(machine ? machinePage(machine) : "", /\| `net\.ipv4\.tcp_migrate_req` \| not in this kernel \|/);
  });

  it("says in a sentence what every number means", () => {
    const machine = readMachine((path) => files[path] ?? null);
    assert.ok(machine);
    const rows = machinePage(machine)
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .slice(2);
    assert.equal(rows.length, 7);
    for (const row of rows) assert.match(row, /\| [^|]*[a-z][^|]*\. \|$/, row);
    const meaning = (value: string) =>
      machinePage({ ...machine, switches: { tcp_tw_reuse: value } })
        .split("\n")
        .find((row) => row.includes("tcp_tw_reuse"));
    assert.match(meaning("0") ?? "", /takes no port that is in TIME_WAIT/);
    assert.match(meaning("1") ?? "", /may take a port in TIME_WAIT/);
    assert.match(meaning("2") ?? "", /Over loopback/);
    assert.match(meaning("9") ?? "", /not known/);
  });

  it("is silent where there is no /proc", () => {
    assert.equal(
      readMachine(() => null),
      null,
    );
  });
});
