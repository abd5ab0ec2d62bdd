import type { Node } from "../analysis/ast.ts";
import { givenBy } from "../analysis/borrowed.ts";
import { evaluate } from "../analysis/constants.ts";
import type { Option } from "../analysis/options.ts";
import { indexOf } from "../analysis/source.ts";
import type { DefaultSharing } from "../catalogue/types.ts";
import { sitesOf } from "./collect.ts";
import { lastName } from "./ports.ts";
import type { CallSite } from "./site.ts";
import { functionOf } from "../analysis/calls.ts";
import type { Environment } from "../environment.ts";

type Exclusive = DefaultSharing["exclusive"];

/** Whether a call of an API that shares by default does so: nothing tells it not to. Null when nobody can say. */
export function sharesByDefault(site: CallSite, environment: Environment): boolean | null {
  const { sharing } = site.operation;
  if (!sharing) return null;
  const creation = sitesOf(site.file).creation(site);
  const { except, exclusive } = sharing;
  if (except) {
    if (except.runtimes.includes(environment.runtime) || creation?.option(except.created).state !== "absent")
      return null;
    if (except.modules.some((each) => indexOf(site.file).modules.has(each))) return null;
  }
  return "constant" in exclusive ? withoutConstant(site, exclusive) : withoutOption(site, creation, exclusive);
}

/** What stands behind the port is known, and is not the constant. */
function withoutConstant(site: CallSite, exclusive: Extract<Exclusive, { constant: string }>): boolean | null {
  const others = givenBy(site.call)
    .slice(1)
    .filter((each) => !functionOf(each as Node)) as Node[];
  if (others.some((each) => lastName(each) === exclusive.constant)) return false;
  const harmless = (node: Node) => {
    const known = evaluate(node);
    return (
      typeof known?.value === "string" ||
      known?.value === 0 ||
      (site.endpoint.kind === "port" && site.endpoint.node === node) ||
      exclusive.sharing.includes(lastName(node) ?? "")
    );
  };
  return others.every(harmless) ? true : null;
}

/** The option is nowhere, or says something else. Stated as shared is another matter than shared by default. */
function withoutOption(
  site: CallSite,
  creation: CallSite | null,
  exclusive: Extract<Exclusive, { option: string }>,
): boolean | null {
  const places: Option[] = exclusive.onListen ? [site.option(exclusive.option)] : [];
  if (exclusive.onCreate !== undefined) {
    if (!creation) return null;
    places.push(creation.option(exclusive.onCreate));
  }
  if (places.some((each) => each.state === "known" && each.value === exclusive.equals)) return false;
  const silent = places.every((each) => each.state === "absent" || (each.state === "known" && !exclusive.onListen));
  return silent ? true : null;
}
