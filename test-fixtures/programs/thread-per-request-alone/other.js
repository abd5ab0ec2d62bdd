require("./index");
