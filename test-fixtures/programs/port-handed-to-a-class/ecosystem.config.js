export default {
  apps: [{ name: "desk", script: "npm", args: "start", instances: 2 }],
};
