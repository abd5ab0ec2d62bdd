const { createConnection } = require("node:net");

exports.tunnel = (host, port) => createConnection({ host, port, localAddress: "0.0.0.0" });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect wildcard
