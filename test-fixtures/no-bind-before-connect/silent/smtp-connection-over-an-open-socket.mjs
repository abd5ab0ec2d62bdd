import { connect } from "node:net";
import SMTPConnection from "nodemailer/lib/smtp-connection";

const open = connect(25, "mx.example.org");
open.once("connect", () => {
  const smtp = new SMTPConnection({ host: "mx.example.org", connection: open, localAddress: "192.0.2.10", localPort: 2525 });
  smtp.connect(() => smtp.quit());
});
