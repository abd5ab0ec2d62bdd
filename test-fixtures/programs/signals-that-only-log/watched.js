const express = require("express");

const watched = express();
const server = watched.listen(8788);
//                     ^^^^^^ require-reuse-option noPolicy

// nodemon sends this one, and another one if the program is still there.
process.once("SIGUSR2", () => server.close());
