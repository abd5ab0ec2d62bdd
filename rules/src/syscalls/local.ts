/** Where a listen or bind opens its port, as far as the call and what made the server say. */
import { isFunction, unwrap, type Node } from "../analysis/ast.ts";
import { indexOf } from "../analysis/source.ts";
import { functionOf } from "../analysis/calls.ts";
import { parameterOf, variableOf } from "../analysis/variables.ts";
import type { Runtime } from "../catalogue/types.ts";
import { readHost, takesAnyway } from "../sockets/host-text.ts";
import type { CallSite, FileSites } from "../sockets/site.ts";
import type { Given } from "./types.ts";

/** The local host, as the kernel is given it; absent where the call leaves it to the runtime. `end`: the API in which the call ends. */
export function localHost(site: CallSite, sites: FileSites, end: string, runtime: Runtime): Given<string> | undefined {
  const written = writtenHost(site, sites);
  // It takes an IP address alone, and says so.
  if (written === undefined || written === "unknown" || end === "net.BoundSocket") return written;
  const at = readHost(written.known);
  if (at.kind === "neither")
    return at.meant !== null && takesAnyway(at.text, end, runtime) ? { known: at.meant } : "unknown";
  return at.kind === "address" ? { known: at.text } : written;
}

function writtenHost(site: CallSite, sites: FileSites): Given<string> | undefined {
  const { host, operation } = site;
  if (host.node && !host.at && isCallback(host.node)) return undefined;
  const { defaultHost, defaultHostBeside: beside } = operation;
  // What made the server may have been given the host.
  if (defaultHost !== undefined && host.node === undefined && statedByMaker(site, sites)) return "unknown";
  if (host.state === "absent" && beside && imports(site, beside.modules)) return { known: beside.host };
  if (host.state === "absent" || host.value === "") return undefined;
  return typeof host.value === "string" ? { known: host.value } : "unknown";
}

function statedByMaker(site: CallSite, sites: FileSites): boolean {
  const maker = sites.creation(site);
  return maker !== null && maker.option("host").state !== "absent";
}

function imports({ file }: CallSite, modules: readonly string[]): boolean {
  const { modules: imported } = indexOf(file);
  return modules.some((name) => imported.has(name));
}

const CALLBACK = /^(?:cb|callback|done|next|resolve|reject|ready|listener|fn)$|^on[A-Z]|(?:Callback|Listener|Handler)$/;

/** A function stands where a host may: one that is known, one by its name, or what a Promise gives its executor. */
function isCallback(node: Node): boolean {
  const at = unwrap(node);
  if (at.type !== "Identifier") return isFunction(at);
  if (CALLBACK.test(at.name)) return true;
  if (functionOf(at)) return true;
  const variable = variableOf(at);
  const executor = variable && (parameterOf(variable)?.fn.parent as Node | undefined);
  return (
    executor?.type === "NewExpression" && executor.callee.type === "Identifier" && executor.callee.name === "Promise"
  );
}
