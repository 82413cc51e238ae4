/** Posts, claims and sightings by the thousand. */
import assert from "node:assert/strict";
import type { Service } from "./harness.ts";

const minute = 60_000;
const START = Date.UTC(2025, 5, 1);
const at = (minutes: number) => new Date(START + minutes * minute).toISOString();
export const post = (name: string, minutes: number, more: object = {}) => ({
  type: "document",
  ref: name,
  platform: "x",
  platformId: `growth-${name}`,
  author: { handle: `a_${name}` },
  publishedAt: at(minutes),
  ...more,
});
export async function taken(service: Service, lines: object[]): Promise<void> {
  for (let i = 0; i < lines.length; i += 1000) {
    const part = lines.slice(i, i + 1000);
    const { body } = await service.importLines(part, "?read=false");
    assert.deepEqual(body, { accepted: part.length, rejected: [], waiting: 0 });
  }
}
export async function claimOf(service: Service, ref: string, text: string): Promise<string> {
  return (await service.call<{ id: string }>("POST", "/v1/claims", { ref, text })).body.id;
}
