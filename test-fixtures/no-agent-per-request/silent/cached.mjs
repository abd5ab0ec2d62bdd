import https from "node:https";

const agents = new Map();

export function get(host, path) {
  let agent = agents.get(host);
  if (!agent) {
    agent = new https.Agent({ keepAlive: true });
    agents.set(host, agent);
  }
  return https.get({ host, path, agent });
}
