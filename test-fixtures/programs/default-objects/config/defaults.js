export default { http: { port: 8080 }, metrics: { port: 8080 } };
