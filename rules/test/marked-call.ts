import { parseFile } from "../../server/src/lint/parse.ts";
import { contextOf } from "../src/lint.ts";
import { implicitBind, siteToSocketCall } from "../src/syscalls/socket-call.ts";
import type { Runtime, SocketCall } from "../src/syscalls/index.ts";
import { siteBehind } from "../src/sockets/collect.ts";
import { indexOf } from "../src/analysis/source.ts";

/** What the source says of the call on the line with the mark `// ⇐`. */
export function callIn(source: string, runtime: Runtime = { name: "node" }): SocketCall | null {
  const file = parseFile(source, "program.mjs");
  const host = runtime.name === "node" ? {} : { runtime: runtime.name };
  const manifest = runtime.version === undefined ? null : { engines: { node: runtime.version } };
  const settings = { host, hostName: "settings", package: manifest };
  const context = contextOf({ file, path: "program.mjs", settings });
  const marked = source.lastIndexOf("\n", source.indexOf("// ⇐")) + 1;
  const inLine = ([at]: readonly [number, number]) => at >= marked && at < source.indexOf("// ⇐");
  // What is not among the sites may still be asked for: a hover shows a client that no rule needs.
  const more = indexOf(file).calls.flatMap((call) => (inLine(call.range) ? (siteBehind(call) ?? []) : []));
  const found = [...context.sites.sites, ...more]
    .filter((site) => site.kind !== "raw" && site.op !== "create" && inLine(site.name.range))
    .map((site) => siteToSocketCall(site, context, "linux"));
  const implicit = context.sites.sites.flatMap((site) =>
    site.kind === "raw"
      ? []
      : context.sites
          .uses(site.origins, (use) => inLine(use.call.callee.range))
          .map((use) => implicitBind(site, use, context, "linux")),
  );
  return [...found, ...implicit].find((call) => call !== null) ?? null;
}
