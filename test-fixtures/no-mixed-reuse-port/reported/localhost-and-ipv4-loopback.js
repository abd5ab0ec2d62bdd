const express = require("express");

const docs = express();
const api = express();

docs.listen({ port: 4200, host: "localhost", reusePort: true });
//                                           ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
api.listen(4200, "127.0.0.1", () => console.log("api up"));
//  ^^^^^^ no-mixed-reuse-port mixed
