// @fixture {"package":{"dependencies":{"uws":"^10.148.1","web":"npm:express@^5.0.0"}}}
const web = require("web");

web().listen({ port: 3000, reusePort: false });
