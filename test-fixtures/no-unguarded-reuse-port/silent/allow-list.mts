import { createServer } from "node:net";
import { platform } from "node:process";

const KERNELS_THAT_BALANCE = ["linux", "freebsd", "android"];

const gate = createServer((c) => c.end());
gate.listen({ port: 2525, host: "::", reusePort: KERNELS_THAT_BALANCE.includes(platform) });
