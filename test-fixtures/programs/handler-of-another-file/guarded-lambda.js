const serverless = require("serverless-http");
const app = require("./guarded");

module.exports.handler = serverless(app);
