module.exports = (server) => server.on("upgrade", (request, socket) => socket.destroy());
