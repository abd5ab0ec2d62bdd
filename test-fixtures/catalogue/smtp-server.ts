import { SMTPServer } from "smtp-server";
import * as smtp from "smtp-server";
import { deliver } from "./mail.js";

const inbound = new SMTPServer({ authOptional: true, onData: deliver });
inbound.on("error", (error) => console.error(error));
inbound.listen(2525);
//      ^^^^^^ require-reuse-option noPolicy

const submission = new smtp.SMTPServer({ secure: true });
submission.listen(process.env.SUBMISSION_PORT || 4650, "127.0.0.1", () => console.log("ready"));
//         ^^^^^^ require-reuse-option noPolicy

const stated = new SMTPServer();
stated.listen({ port: 2526, exclusive: true });

const inner = new SMTPServer();
inner.server.listen(2527);
//           ^^^^^^ require-reuse-option noPolicy
