const { createApp } = require("./app");

const app = createApp();

app
  .listen({ port: 3000, reusePort: true }, () => console.log("listening"))
  .on("error", (err) => {
    if (err.code !== "ENOTSUP") throw err;
    console.warn("this platform does not share ports");
    app.listen({ port: 3000, reusePort: false });
  });
