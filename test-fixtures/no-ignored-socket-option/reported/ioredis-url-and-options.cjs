const Redis = require("ioredis");

const publisher = new Redis("redis://broker.internal:6379/2", { lazyConnect: true, localAddress: "10.0.0.8" });
//                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored

exports.publish = (channel, text) => publisher.publish(channel, text);
