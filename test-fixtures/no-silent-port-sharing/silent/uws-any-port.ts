import uWS from "uWebSockets.js";

uWS.App().listen(0, (token) => {
  if (token) console.log(uWS.us_socket_local_port(token));
});
