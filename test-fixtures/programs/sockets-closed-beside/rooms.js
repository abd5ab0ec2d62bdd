const { WebSocketServer } = require("ws");
const { PORT } = require("./settings");

exports.openRooms = function openRooms() {
  const rooms = new WebSocketServer({ port: PORT });
//                  ^^^^^^^^^^^^^^^ no-duplicate-listen port
  setInterval(() => {
    for (const guest of rooms.clients) {
      if (guest.isQuiet) guest.terminate();
      else guest.ping();
    }
  }, 10_000);
  return rooms;
};
