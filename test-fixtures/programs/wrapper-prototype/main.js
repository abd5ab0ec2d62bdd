const createRelay = require("./lib/relay").createRelay;

createRelay().listen(1081);
