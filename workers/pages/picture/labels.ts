/** On which side of its mark a label stands, decided for the narrowest picture and for a wide one. Pure. */
import { NARROW, WIDE } from "./axis.ts";

/** Between a mark's middle and its label, in px. */
const GAP = 12;
/** right of the mark; left of it; or at the trunk that its branch comes from. */
type Side = "right" | "left" | "trunk";

/**
 * The side for a label of a width (px) at a mark (per cent) in a picture of a width (px): one on which it fits and crosses no stem of a flag
 * (per cent), else one on which it fits, else the wider one.
 */
export function sideOf(x: number, width: number, picture: number, trunk: number | null, stems: readonly number[] = []): Side {
  const px = (percent: number) => (percent / 100) * picture;
  const at = px(x);
  const starts: readonly (readonly [Side, number, boolean])[] = [
    ["right", at + GAP, at + GAP + width <= picture],
    ["trunk", px(trunk ?? 0) + GAP, trunk !== null && x > 60 && px(x - trunk) - 2 * GAP >= width],
    ["left", at - GAP - width, at - GAP >= width],
  ];
  const fitting = starts.filter(([, , fits]) => fits);
  const clear = fitting.find(([, start]) => stems.every((stem) => px(stem) < start || px(stem) > start + width));
  return (clear ?? fitting[0])?.[0] ?? (at - GAP > picture - at - GAP ? "left" : "right");
}

/**
 * The sides as classes: none is right of the mark, `nl` and `wl` left, `nt` and `wt` at the trunk; n where the picture is narrow, w where it is
 * wide, where a label may be longer.
 */
export function sideClasses(x: number, width: number, trunk: number | null, wideWidth = width, stems: readonly number[] = []): string {
  const letter = { right: "", left: "l", trunk: "t" } as const;
  const narrow = letter[sideOf(x, width, NARROW, trunk, stems)];
  const wide = letter[sideOf(x, wideWidth, WIDE, trunk, stems)];
  return [narrow && `n${narrow}`, wide && `w${wide}`].filter(Boolean).join(" ");
}
