const express = require("express");

const admin = express().set("port", 8081).set("address", "127.0.0.1");
admin.listen(admin.get("port"), admin.get("address"));
//    ^^^^^^ require-reuse-option noPolicy

const api = express();
api.get("/orders", (request, response) => response.json([])).listen(process.env.API_PORT);
//                                                           ^^^^^^ require-reuse-option noPolicy
