// @fixture {"filename":"latest/contest/attest.js"}
require("http").createServer().listen(3000);
//                             ^^^^^^ require-reuse-option noPolicy
