const dgram = require("dgram");
dgram.createSocket({ type: "udp4", reuseAddr: true }).bind(6000).addMembership("239.0.0.9");
//                                                               ^^^^^^^^^^^^^ valid-multicast-membership early
