import { createServer } from "node:net";

const control = createServer((c) => c.end("pong\n"));
control.listen({ path: "/run/app/control.sock", reusePort: true });
//                                              ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
