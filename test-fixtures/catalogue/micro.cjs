const http = require("http");
const { serve } = require("micro");

const server = new http.Server(serve(async () => "hello"));
server.listen(6101);
//     ^^^^^^ require-reuse-option noPolicy
