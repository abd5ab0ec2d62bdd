import assert from "node:assert/strict";
import { parseFile } from "../../../server/src/lint/parse.ts";
import type { Option } from "../../src/analysis/options.ts";
import type { Runtime } from "../../src/catalogue/types.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import type { Endpoint } from "../../src/sockets/ports.ts";
import type { CallSite, Site } from "../../src/sockets/site.ts";
import type { Environment } from "../../src/environment.ts";

/** The sites of a text, in source order. */
export function sitesIn(text: string, path = "a.mjs"): readonly Site[] {
  return sitesOf(parseFile(text, path)).sites;
}

/** The calls of one kind. */
export function callsIn(text: string, op: CallSite["op"] = "listen", path?: string): CallSite[] {
  return sitesIn(text, path).filter((each): each is CallSite => each.kind !== "raw" && each.op === op);
}

/** The only call of a kind. */
export function callIn(text: string, op?: CallSite["op"], path?: string): CallSite {
  const [first, ...others] = callsIn(text, op, path);
  assert.ok(first, `no ${op ?? "listen"} in ${text}`);
  assert.equal(others.length, 0, `more than one in ${text}`);
  return first;
}

const NET = 'import net from "node:net";\nconst server = net.createServer();\n';

/** A listen of node:net with these arguments; `before` stands above it. */
export function listenWith(args: string, before = ""): CallSite {
  return callIn(`${NET}${before}\nserver.listen(${args});`);
}

export function environment(runtime: Runtime = "node", node: string | null = null): Environment {
  return {
    runtime,
    node: node === null ? null : { value: node, by: "a test" },
    platforms: { value: ["linux", "darwin"], by: "a test" },
    listens: null,
    settingsFile: "package.json",
    dependencies: {},
  };
}

/** An option without its nodes: its state, its value where it has one, and under how many conditions it stands. */
export function plain(option: Option): string {
  const under = option.conditions?.length ? ` if ${option.conditions.length}` : "";
  return option.state === "known" ? `known ${JSON.stringify(option.value)}${under}` : `${option.state}${under}`;
}

/** `port 3000`, `port ? else 3000`, `port 0`, `no port`, `ipc`. */
export function endpointInWords(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case "port":
      return `port ${endpoint.value ?? "?"}${endpoint.fallback === undefined ? "" : ` else ${endpoint.fallback}`}`;
    case "ephemeral":
      return endpoint.explicit ? "port 0" : "no port";
    default:
      return endpoint.kind;
  }
}
