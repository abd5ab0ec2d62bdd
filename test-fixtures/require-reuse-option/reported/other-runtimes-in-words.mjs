// The same on Node.js; Bun and Deno have servers of their own, which this program does not use.
import http from "node:http";

const advice = "Deno: run it with --allow-net";

http.createServer((request, response) => response.end(advice)).listen(3000);
//                                                             ^^^^^^ require-reuse-option noPolicy
