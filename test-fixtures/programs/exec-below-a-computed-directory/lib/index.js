const { Master } = require("./master");

exports.start = (options) => new Master(options).start();
