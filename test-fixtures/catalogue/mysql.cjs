const mysql = require("mysql");

const connection = mysql.createConnection({ host: "db", localAddress: "192.0.2.1" });
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
const pool = mysql.createPool({ host: "db", localAddress: "192.0.2.1" });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
module.exports = { connection, pool };
