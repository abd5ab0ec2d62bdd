import { fork } from "node:child_process";
import { createServer } from "node:http";

const PORT = process.env.PORT || 8080;

export const formats = ["pdf", "csv"];

const server = createServer((request, response) => {
  fork("./report.js", [request.url]).on("exit", () => response.end("done"));
});
server.listen(PORT);
//     ^^^^^^ no-worker-port-conflict beside
