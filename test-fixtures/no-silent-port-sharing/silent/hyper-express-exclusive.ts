import HyperExpress from "hyper-express";

const webserver = new HyperExpress.Server({ exclusive_port: true });
webserver.get("/", (_request, response) => response.send("alone"));
await webserver.listen(8080);
