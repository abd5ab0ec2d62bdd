import cluster from "node:cluster";
import { createServer } from "node:http";
import { handler } from "./handler";

cluster.schedulingPolicy = cluster.SCHED_RR;

createServer(handler).listen(3000);
//                    ^^^^^^ require-reuse-option noPolicy
