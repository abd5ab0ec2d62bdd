const { Client } = require("undici");

const connect = { timeout: 1000, localAddress: process.env.SOURCE_ADDRESS };
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
exports.client = new Client("http://127.0.0.1:3000", { connect });
