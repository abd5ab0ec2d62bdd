const { createTransport } = require("nodemailer");

exports.transportFrom = (address) => {
  return createTransport({ pool: true, host: "relay.example.org", port: 25, localAddress: address });
//                                                                          ^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  // hover createTransport shows **Not an address of this machine**: `bind()` fails with EADDRNOTAVAIL.
};
