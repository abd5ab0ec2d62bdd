const http = require("http");

const req = http.request(
  { hostname: "camera.lan", port: 80, path: "/snapshot.jpg", localPort: 8012 },
  //                                                         ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
  (res) => res.pipe(process.stdout),
);
req.end();
