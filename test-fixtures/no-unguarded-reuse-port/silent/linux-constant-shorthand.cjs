const os = require("node:os");
const http = require("node:http");

const reusePort = os.platform() === "linux";
const { PORT = "3000" } = process.env;

http.createServer(require("./app")).listen({ port: Number(PORT), host: "0.0.0.0", reusePort });
