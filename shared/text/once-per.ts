/**
 * A function that computes its value once for each key, such as the compiled patterns of a language. With many keys, at
 * most `most` values are kept.
 */
export function oncePer<Key, Value>(make: (key: Key) => Value, most = Number.POSITIVE_INFINITY): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined || made.has(key)) return known as Value;
    if (made.size >= most) made.clear();
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** A function that computes its value once for each object, for as long as the object exists: results for a text that several steps need. */
export function oncePerObject<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}

/** A function that computes its value when it is first called. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A map that keeps a limited number of entries, those that were set last. */
export class LastEntries<Key, Value> {
  readonly #most: number;
  readonly #held = new Map<Key, Value>();
  /** Continues after the keys that it gave: from the beginning it would pass all deleted ones again. */
  readonly #oldest = this.#held.keys();
  constructor(most: number) {
    this.#most = most;
  }
  /** The value of a key; computed if it is not in the map. */
  of(key: Key, make: () => Value): Value {
    const known = this.#held.get(key);
    if (known !== undefined) return known;
    const made = make();
    while (this.#held.size >= this.#most) this.#held.delete(this.#oldest.next().value as Key);
    this.#held.set(key, made);
    return made;
  }
}
