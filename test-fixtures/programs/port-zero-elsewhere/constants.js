exports.PORT = 0;
