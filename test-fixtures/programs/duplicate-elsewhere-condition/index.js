const options = require("./options");

if (options.remote) {
  require("./remote/console");
  require("./remote/feed");
}
if (options.local) require("./local");
