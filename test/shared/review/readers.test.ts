/** Which words of a line readers see. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ReadersView } from "../../../shared/review/readers.ts";
import { plainSighting } from "../../fixtures/sighting.ts";

test("a line that names only whom the claim names is shown, also where words have no spaces", () => {
  const shown = (claim: string, exact: string) => {
    const line = plainSighting("s_a", "d_a", { quote: { exact, prefix: "", suffix: "" } } as never);
    return new ReadersView(claim, [line]).line(line).quote !== null;
  };
  assert.ok(shown("李强辞职了", "李强否认辞职。"));
  assert.ok(!shown("李强辞职了", "王小明否认辞职。"));
  assert.ok(shown("Ann Orrin left", "Ann Orrin denied it."));
  assert.ok(!shown("The ferry left", "Ann Orrin denied it."));
});
