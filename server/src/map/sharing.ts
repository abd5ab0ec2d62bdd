import { isCluster } from "../../../rules/src/process/run.ts";
import type { RuleContext } from "../../../rules/src/rule.ts";
import { isTrueOn, reuseOf } from "../../../rules/src/sockets/reuse.ts";
import type { CallSite, RawSite, Site } from "../../../rules/src/sockets/site.ts";
import { makesDatagramSocket } from "../../../rules/src/sockets/udp.ts";
import type { Sharing, Start } from "./model.ts";

/** Who may have the port of a listen beside it, by the verdict of the rules on its options. */
export function sharingOf(site: Site, starts: readonly Start[], context: RuleContext<object>): Sharing {
  if (site.kind === "raw") return ofRaw(site, context);
  return site.transport === "udp" ? ofDatagram(site, context) : ofListen(site, starts, context);
}

/** What setsockopt() says of the descriptor. */
function ofRaw({ fd, handedOver, stream }: RawSite, { sites }: RuleContext<object>): Sharing {
  const set = sites.sites.flatMap((each) => (each.kind === "raw" && each.fd === fd && each.sets ? [each.sets] : []));
  if (set.includes("SO_REUSEPORT")) return "reusePort";
  if (set.includes("SO_REUSEADDR") && stream === false) return "reuseAddr";
  return handedOver || set.includes("unknown") ? "unknown" : "none";
}

function ofListen(site: CallSite, starts: readonly Start[], context: RuleContext<object>): Sharing {
  const { environment, process } = context;
  const reuse = reuseOf(site, environment);
  switch (reuse.state) {
    case "default":
      return "reusePort";
    case "unknown":
      return "unknown";
    case "effective":
      return reusePort(site, site, context);
    case "ignored":
      return "none";
    default: {
      if (!starts.some(({ kind }) => isCluster(kind)) || site.option("exclusive").value === true) return "none";
      const inWorker = process.clusterListen(site);
      return inWorker === "primary" ? "workers" : inWorker === "kernel" ? "reusePort" : "none";
    }
  }
}

function ofDatagram(site: CallSite, context: RuleContext<object>): Sharing {
  const creation = makesDatagramSocket(site) ? site : context.sites.creation(site);
  if (!creation) return "unknown";
  const reuseAddr = creation.option("reuseAddr");
  if (reuseAddr.state === "known" && reuseAddr.value) return "reuseAddr";
  const own = reusePort(creation, site, context);
  return own === "none" && (reuseAddr.state === "open" || reuseAddr.state === "unknown") ? "maybe" : own;
}

/** What `reusePort` of a call does on the platforms of the project. */
function reusePort(site: CallSite, listen: CallSite, { environment, process }: RuleContext<object>): Sharing {
  const platforms = environment.platforms.value;
  const option = site.option("reusePort");
  const truths = platforms.map((each) => isTrueOn(site, option, each));
  if (truths.every((each) => each === false)) return "none";
  if (truths.every((each) => each === true)) {
    // Elsewhere the option makes the listen fail, or shares nothing.
    const only = environment.runtime === "node" && platforms.length > 1 && !process.handlesUnsupported(listen);
    return only ? "reusePort-on-linux" : "reusePort";
  }
  return platforms.every((each, i) => truths[i] === (each === "linux")) ? "reusePort-on-linux" : "maybe";
}
