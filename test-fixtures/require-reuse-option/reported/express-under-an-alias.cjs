// @fixture {"package":{"dependencies":{"express5":"npm:express@^5.0.0"}}}
const express = require("express5");
const { router } = require("./router");

const app = express();
app.use("/api", router);
app.listen(process.env.API);
//  ^^^^^^ require-reuse-option noPolicy
