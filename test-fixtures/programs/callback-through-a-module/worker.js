const db = require("./lib/db");
const pop3 = require("./pop3");

db.connect((error) => {
  if (error) return setTimeout(() => process.exit(1), 3000);
  pop3((failed) => failed && console.error("no POP3 server", failed));
});
