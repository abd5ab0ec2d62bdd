import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, localAddress: "10.1.0.2" });
//                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored

export const query = (text, values) => pool.query(text, values);
