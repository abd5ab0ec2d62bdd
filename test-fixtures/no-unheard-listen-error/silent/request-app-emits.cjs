const express = require("express");
const app = express();
app.use((error, request, response, next) => request.app.emit("error", error, request));
app.on("error", (error) => console.error(error));
app.listen({ port: 3000, reusePort: false });
