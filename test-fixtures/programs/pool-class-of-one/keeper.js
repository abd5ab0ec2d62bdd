const { fork } = require("node:child_process");

/** Keeps as many children as it is told to. */
class Keeper {
  constructor(script, count) {
    this.script = script;
    this.count = count;
  }

  start() {
    for (let i = 0; i < this.count; i++) this.spawn();
  }

  spawn() {
    fork(this.script).on("exit", () => this.spawn());
  }
}

module.exports = Keeper;
