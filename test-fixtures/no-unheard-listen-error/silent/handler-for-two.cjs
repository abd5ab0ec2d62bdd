const net = require("net");
function done(error) {
  if (error) throw error;
}
net.createServer().listen({ port: 9000, reusePort: false }, done);
require("fs").mkdir("/tmp/spool", done);
