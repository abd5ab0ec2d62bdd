import type { Node } from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { lastName } from "./ports.ts";
import type { Option } from "../analysis/options.ts";
import { functionOf } from "../analysis/calls.ts";
import type { Surroundings } from "./sharing.ts";
import type { Site } from "./sites.ts";
import { indexOf } from "../analysis/source.ts";

/** Whether a listen shares its port because nothing tells it not to. False also when nobody can say. */
export function sharesByDefault(site: Site, { file, sites, environment }: Surroundings): boolean {
  const { reusePort, exclusiveWith, sharesUnless } = site.operation;
  if (reusePort !== "default") return false;
  const creation = sites.creation(site);
  if (sharesUnless) {
    if (
      sharesUnless.runtimes.includes(environment.runtime) ||
      creation?.option(sharesUnless.created).state !== "absent"
    )
      return false;
    if (sharesUnless.modules.some((each) => indexOf(file).modules.has(each))) return false;
  }
  if (!exclusiveWith) return true;
  if (exclusiveWith.constant) {
    const others = site.call.arguments.slice(1).filter((each) => !functionOf(each as Node)) as Node[];
    return others.every(
      (each) =>
        typeof evaluate(each)?.value === "string" ||
        isPortSlot(site, each) ||
        lastName(each) === "LIBUS_LISTEN_DEFAULT" ||
        evaluate(each)?.value === 0,
    );
  }
  const places: Option[] = exclusiveWith.onListen && exclusiveWith.option ? [site.option(exclusiveWith.option)] : [];
  if (exclusiveWith.onCreate) {
    if (!creation) return false;
    places.push(creation.option(exclusiveWith.onCreate));
  }
  // Stated as shared is another matter than shared by default.
  return places.every(
    (each) =>
      each.state === "absent" ||
      (each.state === "set" && "value" in each && each.value !== exclusiveWith.equals && !exclusiveWith.onListen),
  );
}

function isPortSlot(site: Site, node: Node): boolean {
  return site.endpoint.kind === "port" && site.endpoint.node === node;
}
