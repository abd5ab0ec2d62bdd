const express = require("express");
const app = express();
app.use((error, request, response, next) => {
  app.emit("error", error);
  next(error);
});
app.on("error", (error) => console.error(error));
app.listen({ port: 3000, reusePort: false });
