/** Places annotations on a picture so that none covers another. Pure; all in px. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whether two areas overlap. */
export const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The occupied areas of a picture of a given width. */
export class Canvas {
  readonly #taken: Box[] = [];
  readonly width: number;
  constructor(width: number) {
    this.width = width;
  }
  take(box: Box): void {
    this.#taken.push(box);
  }
  /** Whether a box is inside the picture and free. */
  free(box: Box): boolean {
    return box.x >= 0 && box.y >= 0 && box.x + box.width <= this.width && !this.#taken.some((other) => meets(box, other));
  }
  /** Occupies the first free box; null if none is free. */
  first(boxes: readonly Box[]): Box | null {
    const found = boxes.find((box) => this.free(box)) ?? null;
    if (found) this.take(found);
    return found;
  }
}
