import WebSocket from "ws";

export const feed = new WebSocket("wss://feed.example.net", { localAddress: "192.0.2.1" });
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
export const old = new WebSocket("wss://feed.example.net", ["v1"], { localAddress: "192.0.2.2" });
//                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
