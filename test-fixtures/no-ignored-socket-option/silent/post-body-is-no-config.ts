import axios from "axios";
import os from "node:os";

interface Registration {
  localAddress: string;
  hostname: string;
}

export async function register(directory: string, localAddress: string): Promise<void> {
  const body: Registration = { localAddress, hostname: os.hostname() };
  await axios.post(`${directory}/nodes`, body);
  await axios.put(`${directory}/self`, { localAddress, port: 7070 });
}
