// @fixture {"filename":"lib/test_helpers/server.js"}
require("http").createServer().listen(3000);
