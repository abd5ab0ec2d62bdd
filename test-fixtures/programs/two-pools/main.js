import { Pool, run } from "./pool.js";

const one = new Pool("./one.js", 1);
one.start();
new Pool("./four.js", 4).start();
run("./three.js", 3);
run("./single.js", 1);
