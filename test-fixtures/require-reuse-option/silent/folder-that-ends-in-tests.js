// @fixture {"filename":"integrationTests/server.js"}
require("http").createServer().listen(3000);
