const express = require("express");

const app = express();
if (!module.parent) app.listen(3000);
//                      ^^^^^^ require-reuse-option noPolicy
module.exports = app;
