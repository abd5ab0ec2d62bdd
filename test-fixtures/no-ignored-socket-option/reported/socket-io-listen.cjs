const { Server } = require("socket.io");

const io = new Server();
io.of("/admin").use((socket, next) => next());
io.listen(3002, { reusePort: true });
//                ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
