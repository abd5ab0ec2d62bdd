// @fixture {"settings":{"platforms":["linux"]}}
import { createServer, type ListenOptions } from "node:net";

const sharing = process.argv.includes("--share");
let where: ListenOptions = { port: 7000, host: "0.0.0.0" };
if (sharing) where = { port: 7000, host: "0.0.0.0", reusePort: true };

createServer((socket) => socket.end("hello\n")).listen(where);
