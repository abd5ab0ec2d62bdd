import { createServer } from "node:net";

const server = createServer();
server.listen({ host: "localhost", port: 9091 });
//     ^^^^^^ require-reuse-option noPolicy
server.listen({ host: "localhost", port: 9092 });
//     ^^^^^^ no-duplicate-listen replaces
// hover listen shows Opens localhost:9092
