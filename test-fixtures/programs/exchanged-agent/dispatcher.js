import { Agent, setGlobalDispatcher } from "undici";

setGlobalDispatcher(new Agent({ connections: 4 }));
