import { createServer } from "node:net";

createServer((c) => c.end("bye\n")).listen("/tmp/control.sock");
