const uWS = require("uWebSockets.js");

const rooms = new Map();
const app = uWS.App();

app.ws("/rooms/:id", {
  upgrade(res, req, context) {
    res.upgrade(
      { room: req.getParameter(0) },
      req.getHeader("sec-websocket-key"),
      req.getHeader("sec-websocket-protocol"),
      req.getHeader("sec-websocket-extensions"),
      context,
    );
  },
  open(ws) {
    const { room } = ws.getUserData();
    rooms.set(room, (rooms.get(room) ?? 0) + 1);
    ws.subscribe(room);
  },
  message: (ws, message) => void ws.publish(ws.getUserData().room, message),
});

app.listen(9001, (token) => {
//  ^^^^^^ no-silent-port-sharing sharesByDefault
  console.log(token ? "listening on 9001" : "port 9001 is taken");
});
