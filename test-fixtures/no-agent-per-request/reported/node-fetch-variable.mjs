import https from "node:https";
import fetch from "node-fetch";

export const status = async (url) => {
  const agent = new https.Agent({
//                        ^^^^^ no-agent-per-request agent
    maxSockets: 4,
  });
  const response = await fetch(url, { agent });
  return response.status;
};
