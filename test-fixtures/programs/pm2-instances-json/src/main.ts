import { listen } from "./http";

listen();
