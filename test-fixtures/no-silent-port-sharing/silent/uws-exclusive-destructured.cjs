const { App, LIBUS_LISTEN_EXCLUSIVE_PORT } = require("uWebSockets.js");

const app = App();
app.get("/", (res) => res.end("alone"));
app.listen(Number(process.env.PORT ?? 9002), LIBUS_LISTEN_EXCLUSIVE_PORT, () => {});
