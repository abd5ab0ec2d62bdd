import { admin, api, hooks, metrics } from "./apps.js";
import { cfg, env } from "./settings.js";

api.listen(cfg.http_port);
//  ^^^^^^ require-reuse-option noPolicy
admin.listen(env.ADMIN_PORT, "127.0.0.1");
//    ^^^^^^ require-reuse-option noPolicy
hooks.listen(process.env.HOOKS);
//    ^^^^^^ require-reuse-option noPolicy
metrics.listen({ port: cfg.metrics, host: "::1" });
//      ^^^^^^ require-reuse-option noPolicy
