export default { http: { port: 3000, exclusive: true } };
