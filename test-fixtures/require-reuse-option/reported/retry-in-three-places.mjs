import { createServer } from "node:http";

const server = createServer((request, response) => response.end("ok\n"));
const ports = process.env.PORTS?.split(",") ?? ["3000"];

/** Tries again, on the same port and then on the next one. */
function start(port, left) {
  server.once("error", (error) => {
    if (error.code === "EADDRINUSE" && left > 0) return setTimeout(() => start(port, left - 1), 1000);
    if (error.code === "EACCES") return start(port, 0);
    if (left === 0) start(port, 3);
    throw error;
  });
  server.listen(port, "127.0.0.1");
  //     ^^^^^^ require-reuse-option noPolicy
}

start(ports[0], 3);
