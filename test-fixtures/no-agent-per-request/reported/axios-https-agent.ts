import https from "node:https";
import axios from "axios";

export async function loadInvoices(customer: string) {
  const { data } = await axios.get<unknown[]>(`https://erp.internal/invoices/${customer}`, {
    httpsAgent: new https.Agent({ rejectUnauthorized: false }),
//                        ^^^^^ no-agent-per-request agent
    timeout: 10_000,
  });
  return data;
}
