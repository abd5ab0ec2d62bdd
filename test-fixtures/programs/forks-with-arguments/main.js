const { fork } = require("child_process");

for (let id = 0; id < 4; id++) {
  fork("./shard.js", [id]);
  fork("./health.js", [id]);
}
