/** Chooses on which side of its mark a label stands, for the narrowest picture and for a wide one. Pure. */
import { NARROW, WIDE } from "./axis.ts";

/** Distance between a mark's middle and its label, in px. */
const GAP = 12;
/** Right of the mark, left of it, or at the trunk from which its branch comes. */
type Side = "right" | "left" | "trunk";

/** Factor by which a picture can be wider than the width for which the sides are chosen. */
const WIDER = 1.5;

interface Labelled {
  x: number;
  width: number;
  picture: number;
  trunk?: number | null;
  stems?: readonly number[];
}
/**
 * The side for a label of a given width (px) at a mark (per cent), in a picture of a given width (px) or wider, and where it begins (px). On the
 * best side it fits and crosses neither a flag's stem (per cent) nor, left of its mark, the trunk of its branch. Else a side on which it fits,
 * else the wider side.
 */
function placeOf({ x, width, picture, trunk = null, stems = [] }: Labelled): { side: Side; start: number } {
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
  const best = clear ?? fitting[0] ?? sides.find(({ side }) => side === (at > picture - at ? "left" : "right"));
  return { side: best?.side ?? "right", start: best?.start(1) ?? 0 };
}
/** The side alone. */
export const sideOf = (label: Labelled): Side => placeOf(label).side;

/** A label whose side is chosen. Positions are per cent of the picture's width, widths px. */
interface PlacedLabel {
  /** The mark's position. */
  x: number;
  width: number;
  /** The width in a wide picture, where a label may be longer. */
  wideWidth?: number;
  trunk?: number | null;
  stems?: readonly number[];
  /** Where the tinted ground begins. */
  turn?: number | undefined;
}
/**
 * The sides as classes. No class: right of the mark; `nl` and `wl`: left; `nt` and `wt`: at the trunk; `nz` and `wz`: on the tinted ground. The
 * first letter is n for a narrow picture and w for a wide one.
 */
export function sideClasses({
  x,
  width,
  wideWidth = width,
  trunk = null,
  stems = [],
  turn = Number.POSITIVE_INFINITY,
}: PlacedLabel): string {
  const classes = (size: "n" | "w", picture: number, words: number) => {
    const { side, start } = placeOf({ x, width: words, picture, trunk, stems });
    return [side !== "right" && size + side.slice(0, 1), start >= (turn / 100) * picture && `${size}z`];
  };
  return [...classes("n", NARROW, width), ...classes("w", WIDE, wideWidth)].filter(Boolean).join(" ");
}
