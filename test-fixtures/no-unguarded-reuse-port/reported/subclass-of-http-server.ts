import { Server, type IncomingMessage, type ServerResponse } from "node:http";

class ApiServer extends Server {
  constructor() {
    super((req, res) => this.route(req, res));
  }

  private route(_req: IncomingMessage, res: ServerResponse) {
    res.end("{}");
  }
}

const api = new ApiServer();
api.listen({ port: 3333, reusePort: true });
//                       ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
