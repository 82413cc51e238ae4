/** On which side of its mark a label stands, decided for the narrowest picture and for a wide one. Pure. */
import { NARROW, WIDE } from "./axis.ts";

/** Between a mark's middle and its label, in px. */
const GAP = 12;
/** right of the mark; left of it; or at the trunk that its branch comes from. */
type Side = "right" | "left" | "trunk";

/** The side for a label of a width (px) at a mark (per cent) in a picture of a width (px). */
export function sideOf(x: number, width: number, picture: number, trunk: number | null): Side {
  const at = (x / 100) * picture;
  const [right, left] = [picture - at - GAP, at - GAP];
  if (width <= right) return "right";
  if (trunk !== null && x > 60 && ((x - trunk) / 100) * picture - 2 * GAP >= width) return "trunk";
  return width <= left || left > right ? "left" : "right";
}

/**
 * The sides as classes: none is right of the mark, `nl` and `wl` left, `nt` and `wt` at the trunk; n where the picture is narrow, w where it is
 * wide, where a label may be longer.
 */
export function sideClasses(x: number, width: number, trunk: number | null, wideWidth = width): string {
  const letter = { right: "", left: "l", trunk: "t" } as const;
  const narrow = letter[sideOf(x, width, NARROW, trunk)];
  const wide = letter[sideOf(x, wideWidth, WIDE, trunk)];
  return [narrow && `n${narrow}`, wide && `w${wide}`].filter(Boolean).join(" ");
}
