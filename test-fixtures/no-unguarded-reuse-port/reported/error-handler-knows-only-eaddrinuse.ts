import http from "node:http";
import { app } from "./app.js";

const port = Number(process.env.PORT ?? 5000);
const server = http.createServer(app);

server.on("error", (err: NodeJS.ErrnoException) => {
  if (err.code === "EADDRINUSE") {
    console.error(`port ${port} is taken`);
    process.exit(1);
  }
  throw err;
});

server.listen({ port, host: "0.0.0.0", reusePort: true });
//                                     ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
