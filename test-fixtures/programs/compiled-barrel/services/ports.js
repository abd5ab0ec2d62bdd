"use strict";
exports.STATUS_PORT = exports.STORE_PORT = void 0;
exports.STORE_PORT = 8410;
exports.STATUS_PORT = 50411;
