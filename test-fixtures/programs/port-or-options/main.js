const { open, serve, serveStated } = require("./open");

serve(3000);
serveStated({ port: 3001, reusePort: false });
open({ port: 45000 });
