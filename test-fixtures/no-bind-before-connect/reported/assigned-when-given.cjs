var https = require("https");

module.exports = function download(host, file, addr, done) {
  var options = { hostname: host, path: "/" + file, method: "GET" };
  if (addr) options.localAddress = addr;
  //        ^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  var req = https.request(options, function (res) {
    var chunks = [];
    res.on("data", function (c) {
      chunks.push(c);
    });
    res.on("end", function () {
      done(null, Buffer.concat(chunks));
    });
  });
  req.on("error", done);
  req.end();
};
