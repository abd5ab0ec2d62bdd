import https from "node:https";
import axios from "axios";

export function createClient(baseURL: string) {
  return axios.create({ baseURL, httpsAgent: new https.Agent({ rejectUnauthorized: false }) });
}
