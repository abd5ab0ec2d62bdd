// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
const { Server } = require("socket.io");

const io = new Server({ cors: { origin: process.env.ORIGIN } });

io.on("connection", (socket) => {
  socket.join("lobby");
  socket.on("say", (text) => io.to("lobby").emit("said", { from: socket.id, text }));
});

io.listen(3001);
// ^^^^^^ require-reuse-option droppedOption
