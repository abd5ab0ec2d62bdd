"use strict";
var __createBinding =
  (this && this.__createBinding) ||
  function (o, m, k) {
    Object.defineProperty(o, k, { enumerable: true, get: () => m[k] });
  };
var __exportStar =
  (this && this.__exportStar) ||
  function (m, exports) {
    for (var p in m) if (p !== "default" && !(p in exports)) __createBinding(exports, m, p);
  };
Object.defineProperty(exports, "__esModule", { value: true });
exports.openStatus = exports.openStore = void 0;
var store_1 = require("./store");
Object.defineProperty(exports, "openStore", {
  enumerable: true,
  get: function () {
    return store_1.openStore;
  },
});
var status_1 = require("./status");
Object.defineProperty(exports, "openStatus", { enumerable: true, get: () => status_1.openStatus });
__exportStar(require("./ports"), exports);
