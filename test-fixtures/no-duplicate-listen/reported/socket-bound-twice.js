const dgram = require("node:dgram");

const lamps = dgram.createSocket("udp4");
lamps.on("message", (message, { address }) => console.log(address, message.length));
lamps.bind(56700);

function discover() {
  lamps.setBroadcast(true);
  lamps.send("who", 56700, "255.255.255.255");
}

// "To be able to send."
lamps.bind(56700, "0.0.0.0", discover);
//    ^^^^ no-duplicate-listen bound
