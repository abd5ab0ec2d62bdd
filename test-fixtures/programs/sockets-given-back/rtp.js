const dgram = require("dgram");

function openPair(port) {
  const rtp = dgram.createSocket({ type: "udp4", reuseAddr: true });
  const rtcp = dgram.createSocket({ type: "udp4", reuseAddr: true });
  rtp.bind(port);
  rtcp.bind(port + 1);
  return { rtp, rtcp };
}

/** Nobody calls it here. */
function openOne(port) {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(port);
  return socket;
}

module.exports = { openPair, openOne };
