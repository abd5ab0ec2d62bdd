// @fixture {"package":{"engines":{"bun":">=1.2"}}}
import { createServer } from "node:net";
import { fork } from "node:child_process";

if (process.send) {
  createServer((c) => c.end()).listen({ port: 6500, reusePort: true });
} else {
  for (const slot of ["a", "b"]) fork(import.meta.filename, [slot]);
}
