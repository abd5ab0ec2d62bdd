exports.limit = 1000;
exports.path = "/other";
