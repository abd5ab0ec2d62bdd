const mysql = require("mysql2");

const pool = mysql.createPool({ host: "db.internal", user: "app", connectionLimit: 5 });

module.exports.saveSession = (socket, done) => {
  pool.query("INSERT INTO sessions SET ?", { localAddress: socket.localAddress, port: socket.localPort }, done);
};
