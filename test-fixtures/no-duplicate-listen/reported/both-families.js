const net = require("net");

const onConnection = (socket) => socket.pipe(socket);
const six = net.createServer(onConnection);
const four = net.createServer(onConnection);

six.listen(1717, "::");
//  ^^^^^^ require-reuse-option noPolicy
four.listen(1717, "0.0.0.0");
//   ^^^^^^ no-duplicate-listen wildcard
