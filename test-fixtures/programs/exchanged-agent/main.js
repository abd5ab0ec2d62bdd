import "./agent.js";
import http from "node:http";

http.get("http://10.0.0.1/").on("error", console.error);
// hover get shows Opens no socket of its own
http.get("http://10.0.0.1/", { agent: new http.Agent() }).on("error", console.error);
// hover get shows Connects to 10.0.0.1:80 from a local port
