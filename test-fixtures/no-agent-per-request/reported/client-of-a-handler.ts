import https from "node:https";
import axios from "axios";
import { Router } from "express";

export const router = Router();

router.get("/orders/:id", async (request, response) => {
  const erp = axios.create({
    baseURL: "https://erp.internal",
    httpsAgent: new https.Agent({ keepAlive: true }),
    //                    ^^^^^ no-agent-per-request agent
  });
  const { data } = await erp.get(`/orders/${request.params.id}`);
  response.json(data);
});
