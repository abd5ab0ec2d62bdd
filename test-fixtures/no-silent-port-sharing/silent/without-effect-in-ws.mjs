// @fixture {"settings":{"platforms":["linux"]}}
import { WebSocketServer } from "ws";

new WebSocketServer({ port: 8080, reusePort: true });
//                                ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
