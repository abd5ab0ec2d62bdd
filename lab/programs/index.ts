import { bunPrograms } from "./bun.ts";
import { clusterServers } from "./cluster-servers.ts";
import { clusters, threads } from "./clusters.ts";
import { namedConnects, tcpConnects } from "./connects.ts";
import { synchronous, udp } from "./datagrams.ts";
import { denoPrograms } from "./deno.ts";
import { localListens, namedListens, tcpListens } from "./listens.ts";
import type { RuntimeProgram } from "./program.ts";

export type { RuntimeProgram } from "./program.ts";

export const runtimePrograms: readonly RuntimeProgram[] = [
  ...tcpListens,
  ...localListens,
  ...namedListens,
  ...tcpConnects,
  ...namedConnects,
  ...udp,
  ...synchronous,
  ...clusters,
  ...clusterServers,
  ...threads,
  ...bunPrograms,
  ...denoPrograms,
];
