const mysql = require("mysql");

const pool = mysql.createPool({ host: "db", user: "app", localAddress: "10.0.0.5" });
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
module.exports = pool;
