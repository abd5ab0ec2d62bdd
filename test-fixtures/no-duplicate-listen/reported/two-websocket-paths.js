const WebSocket = require("ws");

const PORT = 9191;
const orders = new WebSocket.Server({ port: PORT, path: "/orders" });
const quotes = new WebSocket.Server({ port: PORT, path: "/quotes" });
//                           ^^^^^^ no-duplicate-listen port

for (const each of [orders, quotes]) each.on("error", (error) => console.error(error.message));
