// @fixture {"settings":{"runtime":"bun"}}
import net from "node:net";
import { availableParallelism } from "node:os";

const self = Bun.fileURLToPath(import.meta.url);

if (process.argv.includes("--worker")) {
  const server = net.createServer((socket) => socket.end(`${process.pid}\n`));
  server.listen({ port: 7070, reusePort: true });
} else {
  for (let n = 0; n < availableParallelism(); n++) {
    Bun.spawn(["bun", self, "--worker"], { stdio: ["ignore", "inherit", "inherit"] });
  }
}
