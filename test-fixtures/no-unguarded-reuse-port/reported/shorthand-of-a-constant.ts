import * as http from "http";

const reusePort = true;
const host = process.env.HOST ?? "0.0.0.0";

http
  .createServer((req, res) => {
    res.writeHead(req.url === "/healthz" ? 200 : 404).end();
  })
  .on("clientError", (_err, socket) => socket.destroy())
  .listen({ host, port: 9000, reusePort });
  //                          ^^^^^^^^^ no-unguarded-reuse-port unguarded
