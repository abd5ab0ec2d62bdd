const dgram = require("dgram");

module.exports = function canJoin(group, port, answer) {
  const socket = dgram.createSocket("udp4");
  socket.once("error", () => answer(false));
  socket.bind(port, () => {
    socket.addMembership(group);
    socket.close();
    answer(true);
  });
};
