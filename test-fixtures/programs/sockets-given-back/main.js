const { openPair } = require("./rtp");

const { rtp } = openPair(5004);
rtp.on("listening", () => rtp.addMembership("239.0.0.1"));
