const http = require("http");

const outgoing = { localAddress: process.argv[2] || undefined, timeout: 5000 };
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

http.get("http://intranet.example/status", outgoing, (res) => {
  res.pipe(process.stdout);
});
