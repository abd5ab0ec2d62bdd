const { createServer } = require("node:net");

createServer((socket) => socket.pipe(socket))
  .on("error", (err) => {
    console.error("echo:", err.message);
    process.exitCode = 1;
  })
  .on("connection", (socket) => socket.setNoDelay(true))
  .listen(7007, "0.0.0.0", 511, () => console.log("echo ready"));
// ^^^^^^ require-reuse-option noPolicy
