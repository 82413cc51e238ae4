/** The shape of an answer, for descriptions and types alone. Called as pure, it is in no Worker: nothing there asks for it. */
export function shape<T>(make: () => T): T {
  return make();
}
