/**
 * node:test follows every promise, to know the test that a call of test() or an error that nobody catches belongs to. That takes up to a third of
 * a file's CPU, and a file needs it only while it names its tests: later such an error fails the file. To be loaded before node:test.
 */
import hooks, { type AsyncHook } from "node:async_hooks";

const { createHook } = hooks;
let own: AsyncHook | undefined;
// The first one is that of node:test.
hooks.createHook = (callbacks) => {
  hooks.createHook = createHook;
  own = createHook(callbacks);
  return own;
};

/** Lets node:test follow promises from now on, or not. */
export function follow(isOn: boolean): void {
  if (isOn) own?.enable();
  else own?.disable();
}
