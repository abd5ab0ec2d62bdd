// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:http";
import { app } from "./app";

const server = createServer(app);
server.on("error", (err: NodeJS.ErrnoException) => {
  if (err.code === "ENOTSUP") server.listen({ port: 3000, reusePort: false });
  else throw err;
});
server.listen({ port: 3000, reusePort: true });
