require("./web").start();
