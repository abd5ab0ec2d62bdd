import { platform } from "node:os";
import net from "node:net";

const windows = platform() === "win32";
const listening = windows ? { host: "127.0.0.1", port: 7400 } : { host: "127.0.0.1", port: 7400, reusePort: true };
//                                                                                               ^^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded

net.createServer((socket) => socket.pipe(socket)).listen(listening);
