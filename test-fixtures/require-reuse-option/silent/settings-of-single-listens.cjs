// @fixture {"settings":{"listens":"single"},"package":{"portreuse":{"listens":"shared"}},"options":{"require-reuse-option":{"apis":"all"}}}
const { WebSocketServer } = require("ws");
const app = require("./app.cjs");

app.listen(process.env.PORT || 3000);
new WebSocketServer({ port: 8081 });
