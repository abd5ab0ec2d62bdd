import axios from "axios";
import http from "node:http";

const httpAgent = new http.Agent({ keepAlive: true });

export const client = axios.create({ timeout: 5000, httpAgent, localAddress: undefined });
