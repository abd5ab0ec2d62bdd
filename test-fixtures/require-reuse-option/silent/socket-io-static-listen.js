const io = require("socket.io").listen(12345);

io.on("connection", (socket) => {
  socket.on("chat", (line) => io.emit("chat", line));
});
