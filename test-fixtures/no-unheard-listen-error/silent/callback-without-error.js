const http = require("http");
http.createServer().listen({ port: 8080, reusePort: false }, () => {
  const error = check();
  if (error) throw error;
});
function check() {
  return null;
}
