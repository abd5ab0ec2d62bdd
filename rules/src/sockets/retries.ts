import { inErrorHandling } from "../analysis/listeners.ts";
import { isTcpListen, type CallSite, type Site } from "./site.ts";
import { holderOf } from "./uses.ts";

/** Marks every listen but the first on one server. A listen in an 'error' handler or a catch block is never the first. */
export function markRepeated(sites: readonly Site[]): void {
  const listens = sites
    .filter(isTcpListen)
    .filter((site) => !["ipc", "fd", "handle", "attached"].includes(site.endpoint.kind) && site.origins.length > 0);
  // What an unknown `app.listen()` gives is the server that listens: whoever listens on that again repeats it.
  const results = new Map<object, object>();
  for (const { kind, call, origins } of listens) {
    const holder = kind === "shaped" ? holderOf(call) : null;
    if (holder) results.set(holder, origins[0]!);
  }
  const byServer = new Map<object, CallSite[]>();
  for (const site of listens) {
    if (site.origins[0] === site.call) continue;
    const server = results.get(site.origins[0]!) ?? site.origins[0]!;
    const list = byServer.get(server);
    if (list) list.push(site);
    else byServer.set(server, [site]);
  }
  for (const list of byServer.values()) {
    const first = list.find((site) => !inErrorHandling(site.call)) ?? list[0]!;
    for (const site of list) if (site.call !== first.call && !isOther(site, first)) site.repeated = true;
  }
}

/** Another method of the object, which opens a socket of its own: `app.connectMicroservice()` beside `app.listen()`. */
function isOther(a: CallSite, b: CallSite): boolean {
  return a.kind === "api" && b.kind === "api" && a.api !== b.api;
}
