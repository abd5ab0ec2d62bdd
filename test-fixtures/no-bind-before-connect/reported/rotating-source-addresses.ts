import { Agent } from "node:https";
import got from "got";

const sources = (process.env.SOURCE_IPS ?? "192.0.2.10,192.0.2.11").split(",");
const agents = new Map<string, Agent>();
let next = 0;

function agentFor(address: string): Agent {
  let agent = agents.get(address);
  if (!agent) {
    agent = new Agent({ keepAlive: true, localAddress: address });
    //                                   ^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
    agents.set(address, agent);
  }
  return agent;
}

export function fetchFromNextAddress(url: string) {
  const address = sources[next++ % sources.length]!;
  return got(url, { agent: { https: agentFor(address) } });
}
