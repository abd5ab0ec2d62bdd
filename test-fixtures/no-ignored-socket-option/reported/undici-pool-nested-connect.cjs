const { Pool } = require("undici");

const pool = new Pool("https://api.example.com", {
  connect: {
    rejectUnauthorized: false,
    localAddress: "192.0.2.10",
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  },
});

module.exports.get = (path) => pool.request({ path, method: "GET" });
