// @fixture {"package":{"dependencies":{"express":"^4.17.1"}}}
const express = require("express");

const app = express();
app.set("port", process.env.PORT || 3000);

app.listen(app.get("port"), (error) => {
//  ^^^^^^ require-reuse-option noPolicy
//                           ^^^^^ no-unheard-listen-error callback
  if (error) return console.error("could not start", error);
  console.log("ready");
});
