const nodemailer = require("nodemailer");

exports.transport = nodemailer.createTransport({
  host: "mx.example.org",
  connectionTimeout: 10_000,
  localAddress: "192.0.2.10",
//^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
});
