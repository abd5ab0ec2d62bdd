import { nodeClients } from "./runtimes-clients.ts";
import { cluster } from "./runtimes-cluster.ts";
import { dgram } from "./runtimes-dgram.ts";
import { nodeListening } from "./runtimes-listening.ts";
import { nodeServers } from "./runtimes-servers.ts";
import { bunMore } from "./runtimes-bun.ts";
import { denoMore } from "./runtimes-deno.ts";
import { hosts } from "./runtimes-hosts.ts";
import { others } from "./runtimes-others.ts";

export const runtimes = [
  ...nodeServers,
  ...nodeListening,
  ...hosts,
  ...nodeClients,
  ...dgram,
  ...cluster,
  ...others,
  ...bunMore,
  ...denoMore,
] as const;
