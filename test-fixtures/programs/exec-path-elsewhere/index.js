const Master = require("./lib/master");

exports.start = (options) => new Master(options);
