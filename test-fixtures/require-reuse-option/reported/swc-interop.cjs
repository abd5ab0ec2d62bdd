"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const _nodehttp = /*#__PURE__*/ _interop_require_default(require("node:http"));
const _nodenet = /*#__PURE__*/ _interop_require_wildcard(require("node:net"));
const _nodetls = require("@swc/helpers/_/_interop_require_default")._(require("node:tls"));
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : { default: obj };
}
function _interop_require_wildcard(obj, nodeInterop) {
    if (!nodeInterop && obj && obj.__esModule) return obj;
    return { default: obj };
}
_nodehttp.default.createServer().listen(exports.port);
//                               ^^^^^^ require-reuse-option noPolicy
_nodenet.createServer().listen(exports.port);
//                      ^^^^^^ require-reuse-option noPolicy
