import { ImapFlow } from "imapflow";

// Not handed on: only what stands under `tls` is.
new ImapFlow({ host: "imap.example.org", port: 993, secure: true, localAddress: "192.0.2.10" } as never);
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
new ImapFlow({ host: "imap.example.org", port: 993, secure: true, tls: { localAddress: "192.0.2.10" } });
//                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
