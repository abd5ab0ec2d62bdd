import assert from "node:assert/strict";
import { socketsOf } from "../../lab/runtimes-trace.ts";

describe("socketsOf", () => {
  it("follows descriptors through threads, forks and reuse", () => {
    const first = `1.0 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 5
1.1 clone3({flags=CLONE_VM|CLONE_THREAD, exit_signal=0}, 88) = 11
1.2 clone(child_stack=NULL, flags=SIGCHLD) = 12
1.5 close(5) = 0
1.6 socket(AF_INET6, SOCK_DGRAM, IPPROTO_UDP) = 5
1.7 setsockopt(5, SOL_TCP, TCP_NODELAY, [1], 4) = 0
1.8 bind(5, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0`;
    const thread = `1.3 bind(5, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0`;
    const child = `1.4 listen(5, 9) = 0`;
    assert.deepEqual(
      socketsOf([
        { thread: 10, text: first },
        { thread: 11, text: thread },
        { thread: 12, text: child },
      ]),
      [
        { process: 0, calls: ["socket(AF_INET, SOCK_STREAM)", "bind(127.0.0.1:80)"] },
        { process: 1, calls: ["listen(9)"] },
        { process: 0, calls: ["socket(AF_INET6, SOCK_DGRAM)", "bind([::1]:53)"] },
      ],
    );
  });
});
