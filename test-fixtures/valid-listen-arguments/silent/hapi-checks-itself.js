const Hapi = require("@hapi/hapi");

const server = Hapi.server({ port: 83470, host: "localhost" });
server.start();
