import { gateway } from "./gateway";

await gateway.connect({ service: "payments", localPort: 18080 });
