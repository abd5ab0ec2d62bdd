const net = require("net");

const listenOptions = {
  host: "127.0.0.1",
  port: Number(process.env.ECHO_PORT || 7007),
  reusePort: true,
//^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
};

const echo = net.createServer((conn) => {
  conn.pipe(conn);
});

echo.listen(listenOptions, function () {
  console.log("echo on", this.address().port);
});
