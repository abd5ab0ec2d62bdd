import http from "node:http";

export class Gateway extends http.Server {
  constructor() {
    super((_request, response) => {
      response.statusCode = 502;
      response.end();
    });
  }

  open(port: number): this {
    return this.listen(port, { reusePort: true } as never);
//                             ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  }
}
