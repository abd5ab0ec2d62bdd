import { nodeClients } from "./runtimes-clients.ts";
import { cluster } from "./runtimes-cluster.ts";
import { dgram } from "./runtimes-dgram.ts";
import { nodeListening } from "./runtimes-listening.ts";
import { nodeServers } from "./runtimes-servers.ts";
import { others } from "./runtimes-others.ts";

export const runtimes = [...nodeServers, ...nodeListening, ...nodeClients, ...dgram, ...cluster, ...others] as const;
