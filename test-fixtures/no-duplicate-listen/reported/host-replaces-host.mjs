import net from "node:net";

const server = net.createServer((socket) => socket.end("bye"));

server.listen({ port: 7070, host: "localhost" });
//     ^^^^^^ require-reuse-option noPolicy
server.listen({ port: 7171, host: "localhost" });
//     ^^^^^^ no-duplicate-listen replaces
