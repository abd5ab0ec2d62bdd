import net from "node:net";

const echo = net.createServer({ reusePort: true, allowHalfOpen: true }, (socket) => {
//                              ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  socket.pipe(socket);
});

echo.listen(9000, "127.0.0.1");
