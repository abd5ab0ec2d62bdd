import http from "node:http";
import net from "node:net";
import { SourceAgent } from "./source-address.ts";

const sources = (process.env.SOURCES ?? "127.0.0.2,127.0.0.3").split(",");
const agents = sources.map((source) => new SourceAgent(source));
const plain = new http.Agent({ keepAlive: true });

function fetchPage(url: string, agent: http.Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    http.get(url, { agent }, (response) => {
      const from = response.socket.localAddress;
      response.resume().on("end", () => resolve(`${response.statusCode} ${url} from ${from}`));
    }).on("error", reject);
  });
}

/** Tells a collector on the same machine how many pages there were. */
function report(port: number, count: number): void {
  net.connect({ host: "127.0.0.1", port }).on("error", () => {}).end(`${count}\n`);
}

const pages = process.argv.slice(2);
for (const [i, page] of pages.entries()) console.log(await fetchPage(page, agents[i % agents.length] ?? plain));
if (pages[0] !== undefined) console.log(await fetchPage(pages[0], plain));
if (process.env.COLLECTOR !== undefined) report(Number(process.env.COLLECTOR), pages.length);
[...agents, plain].forEach((agent) => agent.destroy());
