module.exports = { port: process.env.PORT || 8620, adminPort: process.env.ADMIN_PORT || 8620 };
