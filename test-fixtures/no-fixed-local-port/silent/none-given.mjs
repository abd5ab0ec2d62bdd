import { connect } from "node:net";

connect({ host: "10.0.0.1", port: 9000 }).end("hi\n");
