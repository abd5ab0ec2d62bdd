import defaults from "./defaults.js";

export default { ...defaults, metrics: { port: 9464 } };
