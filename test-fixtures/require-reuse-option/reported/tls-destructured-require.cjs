const { createServer: createTls } = require("node:tls");
const { secureContext } = require("./secure-context");

const tlsServer = createTls(secureContext, (cleartext) => cleartext.end("hi\n"));
tlsServer.listen(process.env.TLS_PORT ?? 6697);
//        ^^^^^^ require-reuse-option noPolicy
