const dgram = require("dgram");

// Devices of the network say by UDP broadcast that they are there.
const listener = dgram.createSocket({ type: "udp4", reuseAddr: true });
listener.on("message", (message) => console.log(JSON.parse(message).ip));
listener.bind(6667);

class Devices {
  find(timeout) {
    const encrypted = dgram.createSocket({ type: "udp4", reuseAddr: true });
    encrypted.bind(6668);
    const broadcastHandler = (resolve) => (message) => resolve(this.decrypt(message));
    return new Promise((resolve, reject) => {
      encrypted.on("message", broadcastHandler(resolve));
      setTimeout(() => reject(new Error("no device")), timeout);
    }).finally(() => encrypted.close());
  }
}

module.exports = { Devices };
