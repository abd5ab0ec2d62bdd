// @fixture {"settings":{"platforms":["linux"]}}
import { createServer, type Server } from "node:http";
import { isMainThread } from "node:worker_threads";
import { app } from "./app";

const PORT = 3000;

export function openShared(): Server {
  return createServer(app).listen({ port: PORT, reusePort: true });
}

export function openAlone(): Server {
  return createServer(app).listen({ port: PORT, reusePort: false });
}

export const openHere = isMainThread ? openAlone : openShared;
