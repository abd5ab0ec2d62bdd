const { start } = require("./serve");

start();
