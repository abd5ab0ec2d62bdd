"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const cluster_1 = require("cluster");
const services_1 = require("./services");
if (cluster_1.isPrimary) {
  for (let i = 0; i < 3; i++) (0, cluster_1.fork)();
  (0, services_1.openStatus)();
} else {
  (0, services_1.openStore)(services_1.STORE_PORT);
}
