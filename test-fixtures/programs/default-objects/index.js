import admin from "./admin.js";
import api from "./api.js";
import metrics from "./metrics.js";

admin.start();
api.start();
metrics.start();
process.on("SIGTERM", () => api.stop());
