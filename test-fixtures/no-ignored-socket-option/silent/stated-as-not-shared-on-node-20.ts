// @fixture {"package":{"engines":{"node":">=20"}}}
import { createServer } from "node:http";

// false means the same to a version that does not know the option.
createServer((_request, response) => response.end()).listen({ port: 3000, reusePort: false });
