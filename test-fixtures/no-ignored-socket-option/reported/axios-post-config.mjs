import axios from "axios";

export function notify(hook, event) {
  return axios.post(hook, { event }, { timeout: 2000, localAddress: "198.51.100.4" });
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
}
