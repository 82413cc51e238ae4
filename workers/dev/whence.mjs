#!/usr/bin/env node
/** `npx whence`: starts the commands with Node 24, which runs their TypeScript and comes with the project. Any Node from 20 can run this file. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("./cli/main.ts", import.meta.url));
const own = ["../../node_modules/node/bin/node", "../../../node/bin/node"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const node = Number(process.versions.node.split(".")[0]) >= 24 ? process.execPath : (own.find(existsSync) ?? process.execPath);
// Node's compile cache saves two thirds of the time that a command takes to start.
const cache = fileURLToPath(new URL("../../node_modules/.cache/whence", import.meta.url));
const env = { NODE_COMPILE_CACHE: cache, ...process.env };
const child = spawn(node, ["--disable-warning=ExperimentalWarning", main, ...process.argv.slice(2)], { stdio: "inherit", env });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
