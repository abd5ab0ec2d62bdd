const needle = require("needle");

async function check(url, sourceIp) {
  const res = await needle("get", url, { localAddress: sourceIp, follow_max: 3 });
  //                                     ^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  return res.statusCode < 400;
}

module.exports = { check };
