// @fixture {"package":{"dependencies":{"express":"^5.1.0"}}}
import express from "express";

express().listen({ port: 3000, reusePort: false }, (error) => {
  if (error) throw error;
});
