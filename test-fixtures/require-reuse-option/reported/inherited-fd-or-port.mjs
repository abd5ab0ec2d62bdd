import { createServer } from "node:http";

const activated = process.env.LISTEN_FDS === "1" && process.env.LISTEN_PID === String(process.pid);

createServer((req, res) => res.end("ok")).listen(activated ? { fd: 3 } : 8085);
//                                        ^^^^^^ require-reuse-option noPolicy
