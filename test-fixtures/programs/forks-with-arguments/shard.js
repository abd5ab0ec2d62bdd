const http = require("http");

const shard = Number(process.argv[2]);
http.createServer((request, response) => response.end(`shard ${shard}`)).listen(8080 + shard);
