import {
  createConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  type Connection,
  type MessageReader,
  type MessageWriter,
} from "vscode-languageserver/node";
import { serve } from "./serve.ts";

/** Serves the connection that the command line names, and ends with it. @throws Error where it names none */
export function listen(): void {
  if (process.argv.includes("--node-ipc") && !process.send)
    throw new Error("--node-ipc needs a parent process with a channel, as fork() makes it");
  const port = valueOf("--socket");
  if (port !== undefined && !(Number(port) > 0 && Number(port) < 65_536))
    throw new Error(`--socket takes the port on which the client listens, not ${JSON.stringify(port)}`);
  const pipe = valueOf("--pipe");
  if (pipe === "") throw new Error("--pipe takes the name of the pipe on which the client listens");
  serve(connectionOf(port, pipe));
}

/** `--socket=5007` and `--socket 5007` */
function valueOf(option: string): string | undefined {
  const at = process.argv.findIndex((each) => each === option || each.startsWith(`${option}=`));
  return process.argv[at] === option ? process.argv[at + 1] : process.argv[at]?.slice(option.length + 1);
}

/** On standard input the library itself ends the process; who watches the client's process alone ends seconds after it. */
function connectionOf(port: string | undefined, pipe: string | undefined): Connection {
  if (process.argv.includes("--node-ipc"))
    return over(new IPCMessageReader(process), new IPCMessageWriter(process), (end) => process.once("disconnect", end));
  if (port === undefined && pipe === undefined) return createConnection(ProposedFeatures.all);
  const [reader, writer] =
    port === undefined ? createServerPipeTransport(pipe as string) : createServerSocketTransport(Number(port));
  return over(reader, writer, (end) => reader.onClose(end));
}

function over(reader: MessageReader, writer: MessageWriter, onEnd: (end: () => void) => void): Connection {
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  let isShutDown = false;
  connection.onShutdown(() => void (isShutDown = true));
  onEnd(() => process.exit(isShutDown ? 0 : 1));
  return connection;
}
