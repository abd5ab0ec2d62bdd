import { setupServer } from "msw/node";
import { listen } from "@tauri-apps/api/event";
import { createBrowserHistory } from "history";
import { handlers } from "./handlers";

const server = setupServer(...handlers);
server.listen({ onUnhandledRequest: "error" });

const history = createBrowserHistory();
history.listen(({ location }) => console.log(location.pathname));

await listen("download-progress", (event) => console.log(event.payload));
