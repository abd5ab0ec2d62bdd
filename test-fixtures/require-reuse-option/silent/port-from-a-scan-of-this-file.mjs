import { createServer } from "node:http";
import { isFree } from "./is-free.mjs";
import { handler } from "./handler.mjs";

async function findPort(from) {
  for (let port = from; port < from + 100; port++) if (await isFree(port)) return port;
  throw new Error("no port is free");
}

createServer(handler).listen(await findPort(8000), "127.0.0.1");
