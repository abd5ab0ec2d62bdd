import WebSocket from "ws";

const feed = new WebSocket("wss://feed.example.net/v2", { localAddress: "192.0.2.10" });
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
feed.on("message", (data) => console.log(String(data)));
