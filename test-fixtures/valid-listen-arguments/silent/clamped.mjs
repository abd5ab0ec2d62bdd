import { createServer } from "node:http";

const wanted = 60000 + (process.pid % 10000);
createServer().listen(Math.min(wanted, 65535));
//             ^^^^^^ require-reuse-option noPolicy
