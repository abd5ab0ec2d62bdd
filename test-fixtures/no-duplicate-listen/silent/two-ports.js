const express = require("express");
const app = express();

app.listen(3000);
//  ^^^^^^ require-reuse-option noPolicy
app.listen(3001);
