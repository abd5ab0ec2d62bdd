import { listen } from "bun";

const lines = listen<{ buffered: string }>({
//            ^^^^^^ require-reuse-option noPolicy
  hostname: "0.0.0.0",
  port: 4040,
  socket: {
    open: (socket) => void (socket.data = { buffered: "" }),
    data: (socket, chunk) => void socket.write(chunk),
  },
});

console.log("listening on", lines.port);
