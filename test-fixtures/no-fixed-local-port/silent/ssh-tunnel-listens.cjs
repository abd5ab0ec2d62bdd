const tunnel = require("tunnel-ssh");

tunnel(
  {
    username: "deploy",
    host: "bastion.example.net",
    port: 22,
    dstHost: "db.internal",
    dstPort: 5432,
    localHost: "127.0.0.1",
    localPort: 15432,
  },
  (err, server) => {
    if (err) throw err;
    server.on("error", console.error);
  },
);
