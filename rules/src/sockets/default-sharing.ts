import type { Node } from "./ast.ts";
import { evaluate } from "./evaluate.ts";
import { lastName } from "./ports.ts";
import { resolverOf } from "./resolve.ts";
import type { Surroundings } from "./sharing.ts";
import type { Site } from "./sites.ts";

/** Whether a listen shares its port because nothing tells it not to. False also when nobody can say. */
export function sharesByDefault(site: Site, { file, sites }: Surroundings): boolean {
  if (site.operation.reusePort !== "default") return false;
  const { constant, option, equals } = site.operation.exclusiveWith ?? {};
  if (constant) {
    const others = site.call.arguments.slice(1).filter((each) => !resolverOf(file).functionOf(each as Node)) as Node[];
    return others.every((each) => (typeof evaluate(file, each)?.value === "string" || isPortSlot(site, each) || lastName(each) === "LIBUS_LISTEN_DEFAULT" || evaluate(file, each)?.value === 0));
  }
  if (!option) return true;
  const creation = sites.creation(site);
  if (!creation && option !== "reusePort") return false;
  // Elysia takes it in its constructor as well.
  const places = option === "reusePort" ? [site.option(option), ...(creation ? [creation.option("serve.reusePort")] : [])] : [creation!.option(option)];
  return places.every((each) => each.state === "absent" || (each.state === "set" && "value" in each && each.value !== equals)) && !places.some((each) => each.state === "set" && each.value === true && option === "reusePort");
}

function isPortSlot(site: Site, node: Node): boolean {
  return site.endpoint.kind === "port" && site.endpoint.node === node;
}

/** Elysia listens through Bun unless it is given an adapter. */
export function isForRuntime(site: Site, { sites, environment, file }: Surroundings): boolean {
  if (site.api !== "elysia.Elysia#listen") return true;
  if (environment.runtime === "deno") return false;
  const creation = sites.creation(site);
  return creation?.option("adapter").state === "absent" && !/@elysiajs\/node/.test(file.text);
}
