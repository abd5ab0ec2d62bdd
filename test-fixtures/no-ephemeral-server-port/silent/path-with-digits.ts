import { createServer } from "node:net";

createServer((c) => c.end()).listen("/run/agent/50051");
