import { createServer } from "node:http";
import { app } from "./app";

const server = createServer(app);
server.once("error", (err: NodeJS.ErrnoException) => {
  if (err.code !== "ENOTSUP") throw err;
  server.listen({ port: 3000 });
});
server.listen({ port: 3000, reusePort: true });
