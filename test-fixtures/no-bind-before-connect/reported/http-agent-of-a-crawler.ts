import { Agent, get, type IncomingMessage } from "node:http";
import { once } from "node:events";

const agent = new Agent({
  keepAlive: true,
  maxSockets: 200,
  localAddress: process.env.SOURCE_ADDRESS,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
});

export async function fetchPage(url: URL): Promise<string> {
  const req = get(url, { agent, timeout: 15_000 });
  req.on("timeout", () => req.destroy(new Error("timed out")));
  const [res] = (await once(req, "response")) as [IncomingMessage];
  if (res.statusCode !== 200) {
    res.resume();
    throw new Error(`${url.href}: ${res.statusCode}`);
  }
  let body = "";
  res.setEncoding("utf8");
  for await (const chunk of res) body += chunk;
  return body;
}
