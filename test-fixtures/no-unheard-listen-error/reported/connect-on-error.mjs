import connect from "connect";
import http from "node:http";

const app = connect();
app.once("error", (error) => console.error("could not start", error));
//  ^^^^ no-unheard-listen-error app
http.createServer(app).listen({ port: 8081, reusePort: false });
