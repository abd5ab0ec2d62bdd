const mysql = require("mysql2");
const promised = require("mysql2/promise");

mysql.createConnection({ host: "db.internal", localAddress: "10.0.0.5" });
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
mysql.createPool({ host: "db.internal", localAddress: "10.0.0.6" });
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
promised.createConnection({ host: "db.internal", localAddress: "10.0.0.7" });
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
promised.createPool({ host: "db.internal", localAddress: "10.0.0.8" });
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
