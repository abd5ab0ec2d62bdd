const mxConnect = require("mx-connect");

mxConnect({ target: "example.org", port: 25, localAddress: "192.0.2.10" }, (error, connection) => {
  //                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  if (!error) connection.socket.end();
});
