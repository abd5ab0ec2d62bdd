import http from "node:http";
import net from "node:net";

http.createServer().listen({ host: "127.0.0.1", backlog: 64, reusePort: false }, () => console.log("listening"));
//                  ^^^^^^ valid-listen-arguments missing

const server = net.createServer((socket) => socket.end());
server.on("error", (error) => console.error(error));
server.listen({ reusePort: false }, () => console.log("also"));
//     ^^^^^^ valid-listen-arguments missing
