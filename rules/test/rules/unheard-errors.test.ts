import { table } from "./found.ts";

const NET = `import net from "node:net"; import http from "node:http"; import express from "express"; import { listenAll } from "./all.js";
const server = net.createServer();
`;

table("callbacks of a listen that take an error", "no-unheard-listen-error", NET, [
  ["server.listen(3000, (err) => { if (err) throw err; });", "callback@1"],
  ["server.listen(3000, (error) => console.log(error));", "callback@1"],
  ["server.listen(3000, (_err) => use(_err));", "callback@1"],
  ["server.listen(3000, (err2) => use(err2));", "callback@1"],
  ["server.listen(3000, (listenError) => use(listenError));", "callback@1"],
  ["server.listen(3000, (exception) => use(exception));", "callback@1"],
  ["server.listen(3000, (errors) => use(errors));", ""],
  ["server.listen(3000, (err) => {});", ""],
  ["server.listen(3000, (e) => use(e));", ""],
  ["server.listen(3000, (e) => { if (e) use(e); });", "callback@1"],
  ["server.listen(3000, (e) => { if (x) use(e); });", ""],
  ["server.listen(3000, (x) => { throw x; });", "callback@1"],
  ["server.listen(3000, (x) => { if (x) use(); });", ""],
  ["server.listen(3000, ({ err }) => use(err));", ""],
  ["server.listen(3000, () => {});", ""],
  ["server.listen(3000);", ""],
  ["server.listen('/run/a.sock', (err) => use(err));", ""],
  ["function ready(err) { if (err) throw err; }\nserver.listen(3000, ready);", "callback@1"],
  ["const ready = (err) => { if (err) throw err; };\nserver.listen(3000, ready);", "callback@1"],
  ["function ready(err) { if (err) throw err; }\nserver.listen(3000, ready); other(ready);", ""],
]);

table("a listen whose errors are heard", "no-unheard-listen-error", NET, [
  ["server.on('error', f); server.listen(3000, (err) => use(err));", ""],
  ["server.once('error', f); server.listen(3000, (err) => use(err));", ""],
  ["server.on('close', f); server.listen(3000, (err) => use(err));", "callback@1"],
  ["const other = net.createServer(); other.on('error', f); server.listen(3000, (err) => use(err));", "callback@1"],
  ["function own(httpServer) { httpServer.on('error', f); } server.listen(3000, (err) => use(err));", ""],
  ["function own(socket) { socket.on('error', f); } server.listen(3000, (err) => use(err));", "callback@1"],
  ["const wss = make(); wss.on('error', f); server.listen(3000, (err) => use(err));", "callback@1"],
  ["make().socket.on('error', f); server.listen(3000, (err) => use(err));", "callback@1"],
  ["function own(socket) { socket.on('error', f); } server.listen(3000, (err) => use(err));", "callback@1"],
  ["socket.on('error', f); server.listen(3000, (err) => use(err));", "callback@1"],
  ["server.listen(3000, (err) => use(err)).on('error', f);", ""],
  ["const s = server.listen(3000, (err) => use(err)); s.on('error', f);", ""],
  ["listenAll(server); server.listen(3000, (err) => use(err));", ""],
  ["function own(s) {} own(server); server.listen(3000, (err) => use(err));", "callback@1"],
  ["function own(s) { s.on('error', f); } own(server); server.listen(3000, (err) => use(err));", ""],
  ["console.log(server); server.listen(3000, (err) => use(err));", "callback@1"],
]);

table("try around a listen", "no-unheard-listen-error", NET, [
  ["try { server.listen(3000); } catch (e) { if (e.code === 'EADDRINUSE') retry(); }", "catch@1"],
  ["try { server.listen(3000); } catch (e) { if (e.code === 'EACCES') retry(); }", "catch@1"],
  ["try { server.listen(3000); } catch (e) { console.error('port in use'); }", "catch@1"],
  ["try { server.listen(3000); } catch (e) { console.error('ports are used'); }", "catch@1"],
  ["try { server.listen(3000); } catch (e) { console.error('transport'); }", ""],
  ["try { server.listen(3000); } catch (e) { console.error(e); process.exit(1); }", "catch@1"],
  ["try { server.listen(3000); } catch (e) { process.exit(1); }", "catch@1"],
  ["try { server.listen(3000); } catch (e) { if (e) process.exit(1); }", ""],
  ["try { server.listen(3000); } catch (e) { cleanUp(); process.exit(1); }", ""],
  ["try { server.listen(3000); } catch (e) { console.error(e); }", ""],
  ["try { server.listen(3000); } catch (e) { server.listen(3001); }", "catch@1"],
  ["try { server.listen(3000); } catch (e) {}", ""],
  ["try { server.listen(3000); } finally { process.exit(1); }", ""],
  ["try { prepare(); server.listen(3000); } catch (e) { process.exit(1); }", ""],
  ["try { server.listen(await findPort()); } catch (e) { console.error('port in use'); }", ""],
  ["try { server.listen(3000, () => { prepare(); }); } catch (e) { process.exit(1); }", "catch@1"],
  ["try { server.listen(3000); } catch (e) { if (e.code === 'ERR_SOCKET_BAD_PORT') use('port'); }", ""],
  ["try { server.listen(3000); } catch (e) { if (e instanceof RangeError) use('port'); }", ""],
  ["try { server.listen(3000); } catch (e) { use('invalid port'); }", ""],
  ["try { server.listen(3000); } catch (e) { use('EADDRINUSE', 'already listening'); }", ""],
  ["try { use(() => server.listen(3000)); } catch (e) { process.exit(1); }", ""],
  ["try { f(); } catch { server.listen(3000); }", ""],
  ["try { try { server.listen(3000); } finally {} } catch (e) { process.exit(1); }", "catch@1"],
]);

table(
  "an 'error' listener of an application",
  "no-unheard-listen-error",
  `import express from "express"; import net from "node:net"; import http from "node:http";
const app = express(); const other = net.createServer();
`,
  [
    ["app.on('error', f); app.listen(3000);", "app@1"],
    ["app.on('error', (e) => { if (e.code === 'EADDRINUSE') f(); }); app.listen(3000);", "app@1"],
    ["app.on('close', f); app.listen(3000);", ""],
    ["app.on('error', f); app.listen(3000).on('error', g);", ""],
    ["app.on('error', f); app.listen(3000);", "", { settings: { runtime: "bun" } }],
    ["app.on('error', (e) => { e.code; }); app.listen(3000); // EADDRINUSE", "app@1"],
    ["app.on('error', (e) => { e.code; }); run(app); other.listen(3000); // EADDRINUSE", ""],
    ["app.on('error', (e) => { e.syscall; }); run(app); other.listen(3000);", "app@1"],
    ["app.on('error', f); app.listen(3000); other.on('error', g); other.listen(1);", "app@1"],
    ["app.on('error', f); http.createServer(app).listen(3000);", "app@1"],
    ["app.on('error', (e) => { if (e.syscall === 'listen') f(); }); http.createServer(app).listen(3000);", "app@1"],
    [
      "app.on('error', (e) => { if (e.syscall === 'listen') f(); }); http.createServer(app).on('error', f).listen(3000);",
      "",
    ],
  ],
);
