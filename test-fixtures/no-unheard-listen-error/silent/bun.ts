// @fixture {"settings":{"runtime":"bun"}}
import http from "node:http";
http.createServer().listen(3000, (error?: Error) => {
  if (error) throw error;
});
