import { admitNorth, openNorth } from "./north.js";
import { admitSouth, openSouth } from "./south.js";

openNorth();
openSouth();
admitNorth();
admitSouth();
