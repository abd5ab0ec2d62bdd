import { fork } from "node:child_process";
import { createServer } from "node:http";
import { api } from "./api";

if (process.env.API_PORT) {
  createServer(api).listen(Number(process.env.API_PORT));
  //                ^^^^^^ no-worker-port-conflict processes
} else {
  for (let i = 0; i < 4; i++) fork(__filename, { env: { ...process.env, API_PORT: "4000" } });
}
