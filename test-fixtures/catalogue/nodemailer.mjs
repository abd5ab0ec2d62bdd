import nodemailer, { createTransport } from "nodemailer";

export const direct = nodemailer.createTransport({
  host: "mx.example.com",
  port: 25,
  localAddress: "192.0.2.10",
// @3:29 no-bind-before-connect address
});

export const pooled = createTransport({ pool: true, host: "mx.example.com", localAddress: "192.0.2.11" });
//                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
