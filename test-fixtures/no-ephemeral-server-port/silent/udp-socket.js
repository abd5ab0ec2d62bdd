const dgram = require("dgram");

const syslog = dgram.createSocket("udp4", (msg) => console.log(msg.toString()));
syslog.bind(45000);
