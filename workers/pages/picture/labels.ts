/** Chooses on which side of its mark a label stands, for the narrowest picture and for a wide one. Pure. */
import { NARROW, WIDE } from "./axis.ts";

/** Distance between a mark's middle and its label, in px. */
const GAP = 12;
/** Right of the mark, left of it, or at the trunk from which its branch comes. */
type Side = "right" | "left" | "trunk";

/** Factor by which a picture can be wider than the width for which the sides are chosen. */
const WIDER = 1.5;

/**
 * The side for a label of a given width (px) at a mark (per cent), in a picture of a given width (px) or wider. On the best side it fits and
 * crosses neither a flag's stem (per cent) nor, left of its mark, the trunk of its branch. Else a side on which it fits, else the wider side.
 */
export function sideOf(x: number, width: number, picture: number, trunk: number | null, stems: readonly number[] = []): Side {
  const px = (percent: number, wider = 1) => (percent / 100) * picture * wider;
  const at = px(x);
  const sides: readonly { side: Side; fits: boolean; start(wider: number): number; lines: readonly number[] }[] = [
    { side: "right", fits: at + GAP + width <= picture, start: (wider) => px(x, wider) + GAP, lines: stems },
    {
      side: "trunk",
      fits: trunk !== null && x > 60 && px(x - trunk) - 2 * GAP >= width,
      start: (wider) => px(trunk ?? 0, wider) + GAP,
      lines: stems,
    },
    {
      side: "left",
      fits: at - GAP >= width,
      start: (wider) => px(x, wider) - GAP - width,
      lines: trunk === null ? stems : [...stems, trunk],
    },
  ];
  const fitting = sides.filter(({ fits }) => fits);
  const clear = fitting.find(({ start, lines }) =>
    [1, WIDER].every((wider) => lines.every((line) => px(line, wider) < start(wider) || px(line, wider) > start(wider) + width)),
  );
  return (clear ?? fitting[0])?.side ?? (at - GAP > picture - at - GAP ? "left" : "right");
}

/**
 * The sides as classes. No class: right of the mark; `nl` and `wl`: left; `nt` and `wt`: at the trunk. The first letter is n for a narrow picture
 * and w for a wide one, where a label may be longer.
 */
export function sideClasses(x: number, width: number, trunk: number | null, wideWidth = width, stems: readonly number[] = []): string {
  const letter = { right: "", left: "l", trunk: "t" } as const;
  const narrow = letter[sideOf(x, width, NARROW, trunk, stems)];
  const wide = letter[sideOf(x, wideWidth, WIDE, trunk, stems)];
  return [narrow && `n${narrow}`, wide && `w${wide}`].filter(Boolean).join(" ");
}
