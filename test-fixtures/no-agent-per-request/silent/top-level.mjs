import https from "node:https";

const response = await fetch("https://registry.example.com/latest");
https.get("https://registry.example.com/ping", { agent: false }, (res) => res.resume());
console.log(response.status);
