#!/usr/bin/env node
import { start } from "../app.js";

start();
