/**
 * Loaded before a test file by the runner. node:test follows every promise, to know the test of an error that nobody catches: that takes up to
 * a third of a file's CPU. Without it such an error fails the file.
 */
import hooks from "node:async_hooks";

const { createHook } = hooks;
const none = { enable: () => none, disable: () => none };
hooks.createHook = () => none;
await import("node:test");
hooks.createHook = createHook;
