import { createServer } from "node:http";

createServer().listen(8484, "localhost");
//             ^^^^^^ require-reuse-option noPolicy
createServer().listen(8484, "127.0.0.1");
//             ^^^^^^ require-reuse-option noPolicy
