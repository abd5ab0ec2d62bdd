const options = { channel: process.env.SUPERVISOR_CONTROL || "runctl" };
const server = require("control-channel/server").create((request) => request);

server.listen(options.channel);
