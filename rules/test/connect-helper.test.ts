import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import semver from "semver";
import { installRuntimes, runtimeBinary } from "../../lab/runtimes-cache.ts";

const run = promisify(execFile);
const folder = join(import.meta.dirname, "../../test-fixtures/connect-helper");

/** Ten ephemeral ports, and an IPv6 address beside ::1. */
const prepare = `ip link set lo up && ip addr add fd00::9/128 dev lo nodad &&
echo "40000 40009" > /proc/sys/net/ipv4/ip_local_port_range && exec "$@"`;

async function inNamespace(...command: string[]): Promise<string> {
  const { stdout } = await run("unshare", ["-rn", "sh", "-c", prepare, "sh", ...command], {
    timeout: 20_000,
    killSignal: "SIGKILL",
  });
  return stdout;
}

interface Helper {
  file: string;
  /** The Node that runs it, or the sentence that says why none does. */
  node(): Promise<{ binary: string } | { missing: string }>;
}

const helpers: Helper[] = [
  { file: "connect-no-port.koffi.mjs", node: async () => ({ binary: process.execPath }) },
  {
    file: "connect-no-port.ffi.mjs",
    async node() {
      if (semver.gte(process.versions.node, "26.9.0")) return { binary: process.execPath };
      if (process.env["CI"]) await installRuntimes(["node-26"]);
      const binary = await runtimeBinary("node-26");
      return binary === null ? { missing: "node:ffi needs Node 26.9; `npm run lab:runtimes` installs it" } : { binary };
    },
  },
];

for (const { file, node } of helpers) {
  describe(file, function () {
    this.timeout(30_000);
    let binary: string;

    before(async function () {
      this.timeout(200_000);
      const found =
        process.platform === "linux"
          ? await node()
          : { missing: `IP_BIND_ADDRESS_NO_PORT is Linux's, and this is ${process.platform}` };
      const missing =
        "missing" in found
          ? found.missing
          : await inNamespace("true").then(
              () => null,
              (error: Error) => `no namespace to run it in: ${error.message.trim()}`,
            );
      if (missing === null && "binary" in found) binary = found.binary;
      else {
        console.log(`${file} was not run: ${missing}`);
        this.skip();
      }
    });

    const observe = async (scenario: string): Promise<unknown> =>
      JSON.parse(
        await inNamespace(binary, "--no-warnings", join(folder, "exercise.mjs"), join(folder, file), scenario),
      );

    it("reaches range × destinations where localAddress stops at the range", async () => {
      assert.deepEqual(await observe("localAddress"), { connected: 10, "connect EADDRINUSE": 26 });
      assert.deepEqual(await observe("connectFrom"), { connected: 30, "connect EADDRNOTAVAIL": 6 });
    });

    it("connects from the address, IPv4 and IPv6", async () => {
      assert.deepEqual(await observe("addresses"), { v4: "127.0.0.9", v6: "fd00::9" });
    });

    const twice = [
      { body: "127.0.0.9", reused: false },
      { body: "127.0.0.9", reused: true },
    ];

    it("makes an agent that keeps connections alive", async () => {
      assert.deepEqual(await observe("agent"), twice);
    });

    it("makes an agent that resolves names itself", async () => {
      assert.deepEqual(await observe("named"), twice);
    });

    it("makes an agent for https", async function () {
      if (!hasOpenssl()) {
        console.log(`${file} was not tried over TLS: there is no openssl to make a certificate with`);
        this.skip();
      }
      assert.deepEqual(await observe("secureAgent"), twice);
    });

    it("leaves no descriptor open when it fails, and says why", async () => {
      const clean = (end: string) => ({ ends: [end], left: 0 });
      assert.deepEqual(await observe("failures"), {
        "host is a name": clean("TypeError"),
        "host is of the other family": clean("TypeError"),
        "address of another machine": clean("bind EADDRNOTAVAIL"),
        "constructor throws": clean("ERR_INVALID_ARG_VALUE"),
        "port out of range": clean("ERR_SOCKET_BAD_PORT"),
        "aborted before": clean("AbortError"),
        refused: clean("connect ECONNREFUSED"),
        "agent, refused": clean("connect ECONNREFUSED"),
        "agent, address of another machine": clean("bind EADDRNOTAVAIL"),
        "agent, unknown name": clean("ENOTFOUND"),
        "secure agent, refused": clean("connect ECONNREFUSED"),
        "secure agent, tls.connect() throws": clean("ERR_SSL_NO_CIPHER_MATCH"),
      });
    });

    it("hands no connection down to child processes", async () => {
      assert.equal(await observe("children"), 0);
    });
  });
}

function hasOpenssl(): boolean {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
