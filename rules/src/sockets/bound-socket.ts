import type { Node } from "../analysis/ast.ts";
import { calleeOf } from "../analysis/calls.ts";
import { identities } from "../analysis/identities.ts";
import { optionIn } from "../analysis/options.ts";
import type { Site } from "./site.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
import { optionsObjectsOf } from "../analysis/options-objects.ts";

/** Where a `net.BoundSocket` becomes the handle of an outgoing connection; null when it does not, as far as can be seen. */
export function boundSocketUse(file: SourceFile, site: Site): Node | null {
  for (const call of indexOf(file).calls) {
    const entry = calleeOf(call)?.entry;
    if (!entry?.adoptsHandle && entry?.does?.op !== "connect") continue;
    for (const argument of call.arguments) {
      const options = argument.type === "SpreadElement" ? null : optionsObjectsOf(argument);
      for (const each of options ?? []) {
        const handle = optionIn(file, each, ["handle"], call);
        if (handle.node && identities(handle.node)[0] === site.call) return handle.at ?? handle.node;
      }
    }
  }
  return null;
}
