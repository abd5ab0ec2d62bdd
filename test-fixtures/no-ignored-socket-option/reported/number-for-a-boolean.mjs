import { Server } from "net";

const server = new Server((socket) => {
  socket.end("bye\n");
});

server.on("error", (error) => {
  console.error(error);
  process.exitCode = 1;
});
server.listen({ port: 6000, reusePort: 1, backlog: 1024 });
//                          ^^^^^^^^^^^^ no-ignored-socket-option wrongType
