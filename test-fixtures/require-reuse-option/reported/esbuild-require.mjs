var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : x)(function(x) {
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var http = __require("http");
export var start = (port) => http.createServer().listen(port);
//                                               ^^^^^^ require-reuse-option noPolicy
