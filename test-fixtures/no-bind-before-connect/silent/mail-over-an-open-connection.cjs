const net = require("node:net");
const nodemailer = require("nodemailer");

/** Sends over a connection that somebody else has opened, through a proxy. */
exports.sendOver = (connection, message) =>
  nodemailer.createTransport({ host: "mx.example.org", port: 25, connection, localAddress: "192.0.2.10" }).sendMail(message);
