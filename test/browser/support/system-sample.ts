/** Data for the system page, in our own words. */
import type { SystemData } from "../../../workers/pages/system/system.ts";
import { EDITOR } from "./console-sample.ts";
import { id } from "./sample.ts";

export function systemSample(): SystemData {
  const at = Date.UTC(2025, 3, 8, 14, 5);
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    version: "0.1.0",
    size: 12_345_678,
    waiting: 3,
    dead: 60,
    letters: [{ document: id("d", 1), reason: "D1_ERROR: a statement was too long", attempts: 5, at }],
    visits: [
      { outcome: "ok", n: 12, ranAt: at },
      { outcome: null, n: 2, ranAt: null },
    ],
    events: [
      { seq: 7, at, type: "verify.failed", subject: "a response is as sure as its sighting", detail: '{"rows":1}' },
      { seq: 6, at, type: "sighting.confirmed", subject: id("s", 1), detail: '{"claim":"c","by":"0123456789abcdef"}' },
    ],
    idle: null,
    message: "1 will be tried again.",
  };
}
