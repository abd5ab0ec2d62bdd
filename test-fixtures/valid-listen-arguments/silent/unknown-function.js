const gateway = require("./gateway");

gateway.listen(83470);
gateway.listen("localhost", 3000);
