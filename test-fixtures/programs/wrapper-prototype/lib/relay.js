"use strict";
const net = require("net");

function Relay() {
  if (!(this instanceof Relay)) return new Relay();
  this.server = net.createServer();
}

Relay.prototype.listen = function (port) {
  this.server.listen(port);
//            ^^^^^^ require-reuse-option noPolicy
};

exports.createRelay = () => new Relay();
