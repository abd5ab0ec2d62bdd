import "./resize.js";
import { App } from "uWebSockets.js";

App()
  .get("/*", (response) => response.end("thumbs"))
  .listen(9001, () => {});
// ^^^^^^ no-silent-port-sharing sharesByDefault
