import { calleeName, type Node } from "../../analysis/ast.ts";
import { conditionsOf } from "../../analysis/conditions.ts";
import { indexOf, type SourceFile } from "../../analysis/source.ts";
import { mayReachC } from "../../catalogue/index.ts";
import { UNKNOWN_ENDPOINT } from "../ports.ts";
import type { RawSite } from "../site.ts";
import { addressPort } from "./address.ts";
import { cFunction, descriptorOf } from "./descriptors.ts";
import { optionName } from "./options.ts";

/** The calls of socket functions through a foreign function interface whose descriptor comes from `socket()` in this file. */
export function rawSites(file: SourceFile): RawSite[] {
  if (!mayReachC(file.text)) return [];
  const sites: RawSite[] = [];
  for (const call of indexOf(file).calls) {
    const op = cFunction(call);
    if (op !== "setsockopt" && op !== "bind" && op !== "listen" && op !== "connect") continue;
    const args = call.arguments as Node[];
    const descriptor = args[0] && descriptorOf(args[0]);
    if (!descriptor) continue;
    sites.push({
      kind: "raw",
      op,
      ...descriptor,
      file,
      call,
      args,
      name: calleeName(call),
      label: `${op}()`,
      transport: descriptor.stream === false ? "udp" : "tcp",
      origins: [descriptor.fd],
      endpoint: op === "bind" && args[1] ? addressPort(args[1]) : UNKNOWN_ENDPOINT,
      sets: op === "setsockopt" ? optionName(args[1], args[2]) : null,
      get conditions() {
        return conditionsOf(call);
      },
    });
  }
  return sites;
}
