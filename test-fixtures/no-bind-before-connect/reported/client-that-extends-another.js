const { BaseClient } = require("telnet-kit");

class ConsoleClient extends BaseClient {
  prompt = "# ";
}

exports.client = new ConsoleClient({ host: "switch.example", port: 23, localAddress: "192.0.2.10" });
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
