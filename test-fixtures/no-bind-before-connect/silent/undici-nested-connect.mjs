import { Agent, setGlobalDispatcher } from "undici";

setGlobalDispatcher(new Agent({ connect: { localAddress: "10.0.0.5" } }));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
