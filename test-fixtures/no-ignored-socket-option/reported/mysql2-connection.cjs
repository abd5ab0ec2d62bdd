var mysql = require("mysql2");

var connection = mysql.createConnection({
  host: "db.internal",
  user: "report",
  database: "sales",
  localAddress: "10.0.0.5",
// @3:27 no-ignored-socket-option ignored
});

connection.query("SELECT 1", function (error, rows) {
  if (error) throw error;
  console.log(rows);
  connection.end();
});
