const dgram = require("node:dgram");

exports.listen = function (port, answer) {
  const four = dgram.createSocket("udp4", answer);
  const six = dgram.createSocket("udp6", answer);
  four.bind(port);
  six.bind(port);
//    ^^^^ no-duplicate-listen dualStack
};

if (require.main === module) exports.listen(5350, (message) => console.log(message.length));
