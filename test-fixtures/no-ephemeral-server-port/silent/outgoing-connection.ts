import net from "node:net";
import http from "node:http";

const sock = net.connect(50051, "127.0.0.1");
sock.end("hello");
http.get({ host: "127.0.0.1", port: 49200 }, (res) => res.resume());
