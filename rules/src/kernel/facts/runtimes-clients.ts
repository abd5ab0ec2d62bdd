import { everywhere, factsOf, linux } from "../fact.ts";

const net = "Node.js doc/api/net.md, socket.connect()";
const netJs = "Node.js 26.10, lib/net.js";
const recipe = "ip(7), IP_BIND_ADDRESS_NO_PORT";

/** Outgoing TCP connections of Node.js. */
export const nodeClients = factsOf("runtimes", everywhere, {
  "node-local-address-binds": {
    title: "localAddress means bind() to port 0",
    summary:
      "With localAddress Node.js calls bind(address, 0) before connect(), with SO_REUSEADDR and without " +
      "IP_BIND_ADDRESS_NO_PORT.",
    detail:
      "It is the same through tls, http, https, http2 and an Agent. Without localAddress and localPort there " +
      "is no bind() at all.",
    platforms: linux,
    sources: [net, "libuv 1.52.1, src/unix/tcp.c, uv__tcp_bind()"],
    experiment: "node-connect",
  },
  "node-local-address-exhaustion": {
    title: "Exhaustion with localAddress is reported as connect EADDRINUSE",
    summary:
      "When the ephemeral range is used up, a Node.js connection with localAddress fails with EADDRINUSE and " +
      "syscall 'connect'; without it with EADDRNOTAVAIL.",
    detail:
      "libuv keeps the errno of bind() and reports it at connect(). The limit is the range per local " +
      "address, however many destinations there are. When connect() says EADDRINUSE look at localAddress " +
      "first.",
    platforms: linux,
    read: ["libuv keeps the errno of bind() and reports it at connect()."],
    sources: ["libuv 1.52.1, src/unix/tcp.c, uv__tcp_connect()", `${netJs}:1424`],
    experiment: "node-exhaustion",
  },
  "node-wildcard-local-address": {
    title: "A wildcard localAddress costs ports and chooses nothing",
    summary:
      'localAddress: "0.0.0.0" binds to port 0 as any other address does, while the kernel would choose the ' +
      "source address anyway.",
    detail: "The connections are limited to the size of the range. Leave the option out.",
    platforms: linux,
    sources: [net],
    experiment: "node-exhaustion",
  },
  "node-local-port": {
    title: "localPort may be used for several destinations",
    summary:
      "With localPort Node.js sets SO_REUSEADDR, so one local port reaches several destinations; a second " +
      "connection to the same one fails with EADDRNOTAVAIL.",
    detail:
      "A localPort on which somebody listens gives EADDRINUSE with syscall 'bind'. Leave localPort out " +
      "unless a firewall or a protocol asks for it.",
    platforms: linux,
    sources: [net, netJs],
    experiment: "node-connect",
  },
  "node-local-port-zero": {
    title: "localPort: 0 does not bind",
    summary: "localPort 0 without localAddress is the same as no localPort: Node.js does not call bind().",
    detail:
      "The connection shares ports by destination, as it should. With a localAddress the port is 0 in any " +
      "case, and there bind() is called.",
    sources: [`${netJs}:1413`],
    experiment: "node-connect",
  },
  "node-local-address-types": {
    title: "localAddress must be an IP literal, localPort a number",
    summary:
      "A host name as localAddress throws ERR_INVALID_IP_ADDRESS, a string as localPort throws ERR_INVALID_ARG_TYPE.",
    detail:
      "Both throw from the call itself. An address that the machine does not have fails later, with " +
      "EADDRNOTAVAIL and syscall 'bind'; an IPv4 localAddress for an IPv6 target fails with EINVAL.",
    sources: [net],
    experiment: "node-connect",
  },
  "node-local-address-no-family-fallback": {
    title: "localAddress turns off the choice of address family",
    summary: "With localAddress Node.js tries only the first address of a host name; autoSelectFamily has no effect.",
    detail:
      "A host that answers on its second address only cannot be reached then. Resolve the name yourself, and " +
      "choose an address of the same family.",
    sources: [`${netJs}:1821`],
    experiment: "node-names",
  },
  "node-local-address-other-family": {
    title: "localAddress and a host name of another family: EINVAL",
    summary:
      "When localAddress is an IPv4 address and the first address of the host is an IPv6 one, the connection " +
      "fails with EINVAL and syscall 'bind'.",
    detail:
      "It is the same through an http.Agent, and with families exchanged. With family: 4 the lookup returns " +
      "addresses of the right family.",
    sources: [net, `${netJs}:1821`],
    experiment: "node-names",
  },
  "node-happy-eyeballs": {
    title: "One connect() to a name may open several sockets",
    summary:
      "With autoSelectFamily, on by default since Node.js 20, a name with several addresses is tried address " +
      "by address, each on a socket and a local port of its own.",
    detail:
      "The next one is tried when an attempt fails or takes longer than autoSelectFamilyAttemptTimeout. With " +
      "autoSelectFamily: false only the first address is tried.",
    read: ["since Node.js 20"],
    sources: [net],
    experiment: "node-names",
  },
  "node-agent-options-win": {
    title: "Options of an http.Agent win over those of the request",
    summary: "localAddress of the Agent overrides localAddress of the request.",
    detail:
      "The Agent's options are spread over the request's. To use several source addresses make one Agent for each.",
    read: ["The Agent's options are spread over the request's."],
    sources: ["Node.js 26.10, lib/_http_agent.js, addRequest()"],
    experiment: "node-agent",
  },
  "node-agent-pool-key": {
    title: "The Agent's pool tells localAddress apart, not localPort",
    summary:
      "agent.getName() contains localAddress and no localPort, so a kept connection may serve a request with " +
      "another localPort.",
    detail:
      "Kept connections are chosen by this name: a request with localPort 5001 leaves from port 5000 when a " +
      "connection from there is free. Where the local port matters make an Agent for each, or none.",
    sources: ["Node.js doc/api/http.md, agent.getName()"],
    experiment: "node-agent",
  },
  "node-keep-alive-saves-ports": {
    title: "Keep-alive uses one port for many requests",
    summary: "With keepAlive an Agent sends one request after the other over one connection and one local port.",
    detail:
      "It is the simplest remedy against exhausted ports, also when a local address is needed. The global " +
      "agents of http and https keep connections alive since Node.js 19.",
    read: ["since Node.js 19"],
    sources: ["Node.js doc/api/http.md, new Agent()"],
    experiment: "node-agent",
  },
  "node-agent-per-request": {
    title: "An Agent per request takes a port per request",
    summary:
      "With agent: false, or a new http.Agent for each request, every request opens a connection and takes a " +
      "local port.",
    detail:
      "With agent: false the server closes first and keeps the TIME_WAIT. With a new Agent that has " +
      "keepAlive each connection stays open, unused. Make one Agent and use it for all requests.",
    platforms: linux,
    sources: ["Node.js doc/api/http.md, http.request()"],
    experiment: "node-agent",
  },
  "undici-agent-per-request": {
    title: "An undici Agent per request leaves TIME_WAIT at the client",
    summary:
      "With a new Agent of undici for each request every request opens a connection, and the client closes it: " +
      "all of the TIME_WAIT is the client's.",
    detail:
      "A Node.js server says how long it keeps an idle connection, 5 seconds by default, and undici closes a second " +
      "earlier. Until then every connection stays open, unused. Make one Agent and use it for all requests.",
    platforms: linux,
    sources: ["undici 7.30.2, lib/dispatcher/client-h1.js"],
    experiment: "node-undici",
  },
  "node-bound-socket": {
    title: "net.BoundSocket binds at once and throws",
    summary:
      "new net.BoundSocket() binds synchronously and without IP_BIND_ADDRESS_NO_PORT; with no port left it " +
      "throws EADDRINUSE with syscall 'bind'.",
    detail:
      "It holds a whole port even before connect(). The default host is 0.0.0.0, and reusePort must be a " +
      "boolean. Given to listen() as a handle it stays as it was bound: reusePort beside it is ignored. fd() " +
      "gives the descriptor, which comes too late for IP_BIND_ADDRESS_NO_PORT.",
    since: "Node.js 24.19.0 and 26.4.0",
    sources: ["Node.js doc/api/net.md, Class: net.BoundSocket", "nodejs/node#63951"],
    experiment: "node-bound-socket",
  },
  "node-no-socket-options": {
    title: "Node.js offers no setsockopt()",
    summary:
      "No public API of Node.js sets IP_BIND_ADDRESS_NO_PORT or any other socket option by number; libuv " +
      "does not know the option.",
    detail:
      "There is no descriptor before bind() or connect(), and that of net.BoundSocket comes after bind(). A " +
      "native call through FFI that makes the socket is the way round.",
    read: ["libuv does not know the option", "There is no descriptor before bind() or connect()"],
    sources: ["libuv 1.52.1, src/", "Node.js doc/api/net.md"],
    experiment: "node-connect",
  },
  "node-no-port-through-ffi": {
    title: "A socket made by FFI can have IP_BIND_ADDRESS_NO_PORT",
    summary:
      "A descriptor made with socket(), setsockopt() and bind() through FFI can be given to new net.Socket({ " +
      "fd }) and connected by Node.js.",
    detail:
      "The connections then are range times destinations, from the chosen address, and exhaustion is " +
      "EADDRNOTAVAIL at connect(). Set SOCK_CLOEXEC and SOCK_NONBLOCK. Node.js closes the descriptor once " +
      "the Socket exists; before that it is yours to close.",
    platforms: linux,
    sources: [recipe, "Node.js doc/api/net.md, new net.Socket()"],
    experiment: "node-ffi-socket",
  },
  "node-ffi-socket-connect-at-once": {
    title: "Connect a socket made from fd in the same tick",
    summary:
      "new net.Socket({ fd, readable: true }) starts to read at once; with a pause before connect() it fails " +
      "with read ENOTCONN.",
    detail:
      "A pause can be a timer or the lookup of a host name. Resolve first, then make the socket and connect " +
      "to the numeric address.",
    platforms: linux,
    sources: ["Node.js doc/api/net.md, new net.Socket()"],
    experiment: "node-ffi-socket",
  },
  "node-ffi-socket-host-name": {
    title: "A host name can drop a socket made from fd",
    summary:
      "When a host name has addresses of both families, autoSelectFamily may replace the given descriptor: " +
      "the connection leaves from the default address.",
    detail: "There is no error. Connect to a numeric address, or set autoSelectFamily: false.",
    platforms: linux,
    sources: [netJs],
    experiment: "node-names",
  },
  "node-ffi-module": {
    title: "node:ffi is on by default from Node.js 26.9.0",
    summary:
      "node:ffi exists since 26.1.0 behind --experimental-ffi and without the flag since 26.9.0; 20, 22 and " +
      "24 have none.",
    detail: "It is experimental. On older versions koffi does the same.",
    since: "Node.js 26.9.0",
    platforms: linux,
    read: ["node:ffi exists since 26.1.0 behind --experimental-ffi", "It is experimental."],
    sources: ["Node.js doc/api/ffi.md"],
    experiment: "node-ffi-socket",
  },
});
