// @fixture {"package":{"dependencies":{"express":"~4.18.2"}}}
var express = require("express");

var app = express();
app.set("port", process.env.PORT || 3000);
app.get("/", (request, response) => response.send("hello"));

app.listen(app.get("port"), function () {
//  ^^^^^^ require-reuse-option noPolicy
  console.log("Express server listening on port " + app.get("port"));
});
