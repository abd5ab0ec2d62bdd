const app = require("./app");

app.listen({ port: 3000, reusePort: false });
