/** Starts an application of which nothing is known here. */
module.exports = function start(app, port) {
  const server = app.listen({ port, reusePort: true }, () => console.log("ready on", server.address().port));
  server.once("error", (error) => {
    // Windows and macOS have no SO_REUSEPORT that balances the load.
    if (error.code === "ENOTSUP") server.listen(port);
    else process.exitCode = 1;
  });
  return server;
};
