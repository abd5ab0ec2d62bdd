const http = require("http");
const { stopGracefully } = require("./lifecycle");

async function main() {
  const splash = http.createServer((req, res) => res.end("starting"));
  splash.listen(3030);
  //     ^^^^^^ require-reuse-option noPolicy
  await require("./migrate")();
  await stopGracefully(splash);
  http.createServer(require("./app")).listen(3030);
  //                                  ^^^^^^ require-reuse-option noPolicy
}

main();
