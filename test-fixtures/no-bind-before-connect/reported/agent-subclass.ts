import http from "node:http";

export class SourceAddressAgent extends http.Agent {
  constructor(address: string, options: http.AgentOptions = {}) {
    super({ ...options, localAddress: address });
    //                  ^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  }
}
