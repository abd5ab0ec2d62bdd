const { subscribe } = require("./broker.cjs");

exports.listen = (port, topic) => subscribe({ port, topic });

module.exports.listen(1883, "sensors");
