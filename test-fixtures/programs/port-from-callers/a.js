import { open, serve } from "./serve.js";

serve(0);
open(0);
