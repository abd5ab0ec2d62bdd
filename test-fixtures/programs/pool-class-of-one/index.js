const path = require("node:path");
const Keeper = require("./keeper");

new Keeper(path.join(__dirname, "serve.js"), 1).start();
