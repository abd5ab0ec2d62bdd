const http = require("http");
const { crawl } = require("./crawl");

async function snapshot(handler) {
  const server = http.createServer(handler);
  try {
    await new Promise((resolve) => server.listen(4173, resolve));
    //                                    ^^^^^^ require-reuse-option noPolicy
    await crawl("http://localhost:4173/");
  } finally {
    server.close();
  }
}

module.exports = { snapshot };
