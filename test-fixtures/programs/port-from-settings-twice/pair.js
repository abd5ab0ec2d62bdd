import "./left.js";
import "./right.js";
