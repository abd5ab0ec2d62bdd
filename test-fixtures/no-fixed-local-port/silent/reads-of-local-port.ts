import { connect } from "node:net";

const socket = connect(80, "example.com", () => {
  console.log(`from ${socket.localAddress} ${socket.localPort}`);
  if (socket.localPort === 40000) console.log("first of the range");
  socket.end();
});
