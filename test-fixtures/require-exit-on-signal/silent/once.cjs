const app = require("express")();
const server = app.listen({ port: 3000, reusePort: false });
process.once("SIGUSR2", () => server.close());
process.once("SIGINT", () => console.log("once more to quit"));
