// @fixture {"filename":"spec/helper.cjs","settings":{"testFiles":[]}}
const dgram = require("dgram");

exports.client = function client() {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                  ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
  return socket.bind(0);
};
