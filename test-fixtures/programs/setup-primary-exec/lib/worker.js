const http = require("http");
const routes = require("./routes");

http.createServer(routes).listen(process.env.PORT || 3000);
