import { createServer } from "node:net";
import { platform } from "node:process";

const shareable = ["linux", "darwin", "freebsd"].includes(platform);

createServer((c) => c.end(`${Date.now()}\n`)).listen({ port: 1313, reusePort: shareable });
//                                                                 ^^^^^^^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded
