require("./lib/setup");
require("./lib/start").start();
require("./lib/status");
