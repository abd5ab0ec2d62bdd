import uWS from "uWebSockets.js";

uWS.App().listen_unix((token) => console.log(Boolean(token)), "/run/live.sock");
