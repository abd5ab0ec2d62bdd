const { Client } = require("pg");
const Redis = require("ioredis");
const mysql = require("mysql2");

const source = process.env.POD_IP;

exports.pg = new Client({ host: "db", port: 5432, localAddress: source });
//                                                ^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
exports.redis = new Redis({ host: "cache", port: 6379, localAddress: source });
//                                                     ^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
exports.mysql = mysql.createConnection({ host: "legacy", user: "app", localAddress: source });
//                                                                    ^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
