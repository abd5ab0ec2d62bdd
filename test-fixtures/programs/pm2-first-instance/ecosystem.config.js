module.exports = { apps: [{ name: 'x', script: './main.js', instances: 4, exec_mode: 'cluster' }] };
