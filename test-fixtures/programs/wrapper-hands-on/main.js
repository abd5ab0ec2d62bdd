const { createFiles } = require("./lib/files");

createFiles("public").listen(8080);
//                    ^^^^^^ require-reuse-option noPolicy
