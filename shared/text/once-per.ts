/**
 * A function that makes its value once for each key: patterns of a language, compiled when first asked for. Where there may be many keys, `most` are
 * held at a time.
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

/** A function that makes its value once for each object, as long as somebody holds the object: what several steps ask of one text. */
export function oncePerObject<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}

/** A function that makes its value when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A map that holds the entries that were set last, so many of them. */
export class LastEntries<Key, Value> {
  readonly #most: number;
  readonly #held = new Map<Key, Value>();
  /** Goes on behind those that it gave: from the beginning it would pass all that were ever dropped. */
  readonly #oldest = this.#held.keys();
  constructor(most: number) {
    this.#most = most;
  }
  /** The value of a key; made where it is not held. */
  of(key: Key, make: () => Value): Value {
    const known = this.#held.get(key);
    if (known !== undefined) return known;
    const made = make();
    while (this.#held.size >= this.#most) this.#held.delete(this.#oldest.next().value as Key);
    this.#held.set(key, made);
    return made;
  }
}
