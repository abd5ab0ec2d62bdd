const nodemailer = require("nodemailer");

function transportFor(account) {
  return nodemailer.createTransport({
    host: account.host,
    port: 587,
    secure: false,
    auth: { user: account.user, pass: account.pass },
    localAddress: account.outgoingIp,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  });
}

exports.transportFor = transportFor;
