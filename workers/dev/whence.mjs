#!/usr/bin/env node
/** `npx whence`: runs the commands with Node 24, which runs their TypeScript and comes with the project. Any Node from 20 can run this file. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const main = new URL("./cli/main.ts", import.meta.url);
// Node's compile cache saves two thirds of the time that a command takes to start.
const cache = process.env.NODE_COMPILE_CACHE ?? fileURLToPath(new URL("../../node_modules/.cache/whence", import.meta.url));

/** Runs the commands with the Node that comes with the project. */
function runWithOwnNode() {
  const own = ["../../node_modules/node/bin/node", "../../../node/bin/node"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const child = spawn(own.find(existsSync) ?? process.execPath, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

if (Number(process.versions.node.split(".")[0]) < 24) runWithOwnNode();
else {
  // Early versions of Node 24 say that running TypeScript is experimental.
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") console.error(`${warning.name}: ${warning.message}`);
  });
  module.enableCompileCache(cache);
  await import(main.href);
}
