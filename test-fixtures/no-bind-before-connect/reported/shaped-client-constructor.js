import { SmtpClient } from "./smtp-client.js";

export function open(mx, sourceAddress) {
  return new SmtpClient({ host: mx, port: 25, localAddress: sourceAddress });
  //                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
}
