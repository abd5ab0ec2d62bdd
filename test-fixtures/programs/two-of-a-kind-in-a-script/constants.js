exports.PORT = 7007;
