import { createServer } from "node:http";
import { app } from "./app";

const server = createServer(app);
const canShare = process.platform === "linux";

if (canShare) {
  createServer(app).listen({ port: 3000, reusePort: true });
} else {
  server.listen({ port: 3000, exclusive: false });
}
