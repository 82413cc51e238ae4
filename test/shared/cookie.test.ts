/** Our cookies are those of Hono's helper, to the letter. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse, serialize } from "hono/utils/cookie";
import { cookieFor, cookieIn } from "../../shared/cookie.ts";

const NAME = "whence_session";
const value = fc.string({ unit: "grapheme", maxLength: 60 });

test("what sets a cookie is what Hono writes", () => {
  fc.assert(
    fc.property(value, fc.boolean(), fc.constantFrom(0, 60, 604_800), (text, secure, maxAge) =>
      assert.equal(
        cookieFor(NAME, text, maxAge, secure),
        serialize(NAME, text, { path: "/", httpOnly: true, sameSite: "Strict", secure, maxAge }),
      ),
    ),
  );
});

test("what was set is read again among others, and as Hono reads it", () => {
  fc.assert(
    fc.property(value, fc.array(fc.tuple(fc.constantFrom("a", "whence", "x_whence_session"), value)), fc.nat(5), (text, others, at) => {
      const pairs = others.map(([name, other]) => `${name}=${encodeURIComponent(other)}`);
      const header = pairs.toSpliced(at, 0, `${NAME}=${encodeURIComponent(text)}`).join("; ");
      assert.equal(cookieIn(header, NAME), text);
      assert.equal(cookieIn(header, NAME), parse(header, NAME)[NAME]);
      assert.equal(cookieIn(pairs.join(";"), NAME), undefined);
    }),
  );
});

test("whatever else a request brings breaks nothing", () => {
  for (const header of ["", ";", "=", NAME, `${NAME}=%`, `${NAME}=%E0%A4%A`]) assert.equal(cookieIn(header, NAME) || undefined, undefined);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (header) => void cookieIn(`${NAME}=${header}`, NAME)));
});
