/** Time zones as dates name them: `GMT`, `CEST`, `+02:00`. */

import { twoDigits } from "../../iso.ts";
import { ownProperty } from "../../own-property.ts";

/** Offsets of named zones, in minutes. For names with two meanings the one used in feeds: BST is British, IST Indian, CST American. */
const ZONES: Record<string, number> = {
  ...{ ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 60, bst: 60, ist: 330, cet: 60, cest: 120, met: 60, mest: 120, eet: 120, eest: 180 },
  ...{ msk: 180, msd: 240, ast: -240, adt: -180, est: -300, edt: -240, et: -300, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480 },
  ...{ pdt: -420, akst: -540, akdt: -480, hst: -600, brt: -180, art: -180, sast: 120, pkt: 300, wib: 420, hkt: 480, sgt: 480, awst: 480 },
  ...{ jst: 540, kst: 540, acst: 570, aest: 600, aedt: 660, nzst: 720, nzdt: 780 },
};

/** Minutes east of Greenwich; null for no known zone. RFC 822's military letters have no meaning since RFC 2822, except Z. */
export function zoneOffset(raw: string): number | null {
  const zone = raw.trim().toLowerCase();
  const named = ownProperty(ZONES, zone.replace(/\s{0,3}\(.{0,40}$/, ""));
  if (named !== undefined) return named;
  // "GMT+2" counts from Greenwich as "+2" does.
  const match = /^([a-z]{0,3})\s?([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)/.exec(zone);
  if (!match || (match[1] && ownProperty(ZONES, match[1]) !== 0)) return null;
  const minutes = Number(match[3]) * 60 + Number(match[4] ?? 0);
  if (minutes > 14 * 60 || Number(match[4] ?? 0) > 59) return null;
  return match[2] === "-" ? -minutes : minutes;
}

/** An offset in minutes as RFC 3339 writes it: `Z`, `+05:30`. */
export function offsetText(minutes: number): string {
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}
