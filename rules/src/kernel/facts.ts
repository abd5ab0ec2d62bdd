import type { Fact } from "./fact.ts";
import { autobind } from "./facts/autobind.ts";
import { closing } from "./facts/closing.ts";
import { ephemeralPorts } from "./facts/ephemeral-ports.ts";
import { listening } from "./facts/listening.ts";
import { platforms } from "./facts/platforms.ts";
import { restart } from "./facts/restart.ts";
import { reuseportGroups } from "./facts/reuseport-groups.ts";
import { runtimes } from "./facts/runtimes.ts";
import { socketStates } from "./facts/socket-states.ts";
import { udp } from "./facts/udp.ts";

export { groups, type Fact, type Group } from "./fact.ts";

/** Everything that the product says about kernels and runtimes, in the order in which pages show it. */
export const facts = [
  ...restart,
  ...closing,
  ...listening,
  ...socketStates,
  ...reuseportGroups,
  ...ephemeralPorts,
  ...autobind,
  ...udp,
  ...runtimes,
  ...platforms,
] as const;

export type FactId = (typeof facts)[number]["id"];

const byId: ReadonlyMap<string, Fact<FactId>> = new Map(facts.map((each) => [each.id, each]));

/** The fact of that id. Ids come from the data, so there always is one. */
export function fact(id: FactId): Fact<FactId> {
  return byId.get(id) as Fact<FactId>;
}

/** Whether a string, for instance from a command line, names a fact. */
export function isFactId(id: string): id is FactId {
  return byId.has(id);
}
