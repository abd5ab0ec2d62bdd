export class Base {
  constructor(server) {
    this.server = server;
  }

  listen(port) {
    this.server.listen(port);
//              ^^^^^^ require-reuse-option noPolicy
    return this;
  }
}
