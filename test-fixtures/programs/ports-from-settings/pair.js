require("./left");
require("./right");
