const http = require("http");

async function crawl(urls) {
  for (const url of urls) {
    await new Promise((resolve, reject) => {
      http
        .get(url, { agent: new http.Agent() }, (res) => {
//                                  ^^^^^ no-agent-per-request agent
          res.resume();
          res.on("end", resolve);
        })
        .on("error", reject);
    });
  }
}

crawl(process.argv.slice(2));
