const SMTPConnection = require("nodemailer/lib/smtp-connection");
const Classic = require("smtp-connection");

module.exports.mail = new SMTPConnection({ host: "mx.example.net", port: 25, localAddress: "192.0.2.1" });
//                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
module.exports.classic = new Classic({ host: "mx.example.net", port: 25, localAddress: "192.0.2.1" });
//                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
