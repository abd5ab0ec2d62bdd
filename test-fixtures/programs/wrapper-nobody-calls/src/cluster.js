import cluster from "node:cluster";
import os from "node:os";

export function setupCluster(callback) {
  if (cluster.isPrimary) {
    for (const cpu of os.cpus()) cluster.fork({ MODEL: cpu.model });
  } else {
    callback();
  }
}
