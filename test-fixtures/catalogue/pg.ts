import pg, { Client, Pool } from "pg";

export const clients = [
  new Client({ host: "db.internal", localAddress: "10.0.0.5" } as never),
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  new Pool({ host: "db.internal", max: 4, localAddress: "10.0.0.6" } as never),
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  new pg.Client({ localAddress: "10.0.0.7" } as never),
//                ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  new pg.Pool({ localAddress: "10.0.0.8" } as never),
//              ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
];
