const { createApp } = require("./app");

createApp()
  .listen({ port: 3000, reusePort: true })
  //                    ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  .on("error", (err) => {
    if (err.code === "EADDRINUSE") console.error("port 3000 is taken");
    throw err;
  });
