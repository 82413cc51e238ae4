/** Virtual time beside real I/O: it jumps to the next timer when no real I/O is pending and nothing is left to run. */

interface Timer {
  at: number;
  go(): void;
}
/** Turns of the microtask queue after which everything that could go on without a timer has done so. */
const TURNS = 120;

export class Clock {
  now: number;
  readonly #timers: Timer[] = [];
  #busy = 0;
  #wake: (() => void) | null = null;

  constructor(now: number) {
    this.now = now;
  }

  /** At an instant; of two at the same one the first that was set comes first. */
  at(at: number, go: () => void): void {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#timers[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, { at, go });
  }
  sleep(ms: number): Promise<void> {
    return new Promise((done) => this.at(this.now + Math.max(0, ms), done));
  }

  /** Real I/O: time stands still until it is done. */
  async real<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++;
    try {
      return await work();
    } finally {
      this.#busy--;
      this.#wake?.();
    }
  }

  /** Lets time pass until it is so late, and then until `idle`. */
  async run(until: number, idle: () => boolean): Promise<void> {
    for (;;) {
      for (let turn = 0; turn < TURNS; turn++) await null;
      if (this.#busy > 0) {
        await new Promise<void>((wake) => (this.#wake = wake));
        this.#wake = null;
        continue;
      }
      const next = this.#timers[0];
      if (next === undefined || (next.at > until && idle())) {
        this.now = Math.max(this.now, until);
        return;
      }
      this.#timers.shift();
      this.now = Math.max(this.now, next.at);
      next.go();
    }
  }
}
