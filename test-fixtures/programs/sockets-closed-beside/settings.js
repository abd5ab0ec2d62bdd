exports.PORT = Number(process.env.PORT) || 8600;
