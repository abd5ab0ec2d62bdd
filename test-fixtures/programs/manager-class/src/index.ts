import { ProcessManager } from "./manager";
import { serve } from "./serve";

new ProcessManager(4).run(serve);
