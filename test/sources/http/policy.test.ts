/** Which addresses may be asked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { badAddress } from "../../../workers/sources/http/policy.ts";

test("public names by http or https on their own ports may be asked", () => {
  for (const url of [
    "https://news.paper.com/a?b=c#d",
    "http://paper.co.uk/",
    "https://paper.com:443/",
    "http://paper.com:80/feed",
    "http://paper.com:443/",
    "HTTPS://PAPER.COM/",
    "https://bücher.de/",
    "https://新闻.中国/",
    "https://a_b.paper.com/",
    "https://xn--fiqs8s.xn--fiqz9s/",
  ])
    assert.equal(badAddress(url), null, url);
});

/** Spellings of places that no crawler may see, by what is wrong with them. */
const BAD: Record<string, string[]> = {
  "an IP address instead of a name": [
    ..."http://127.0.0.1/ http://2130706433/ http://0x7f000001/ http://0177.0.0.1/ http://127.1/ http://0/ http://8.8.8.8/".split(" "),
    ..."http://0x7f.0.0.0x1/ http://127.0.0.1./ http:127.0.0.1/ http://%31%32%37.0.0.1/ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/".split(" "),
    ..."http://[::1]/ http://[::]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[fe80::1]/ http://[fd00:ec2::254]/".split(" "),
    ..."http://[64:ff9b::7f00:1]/ http://[2002:7f00:1::]/ http://[2606:4700:4700::1111]/ http:\\\\127.0.0.1\\x http://127.1.1.1:80\\@paper.com/".split(
      " ",
    ),
    "http://127.0.0.1\t/",
  ],
  "not a public host name": [
    ..."http://localhost/ http://LOCALHOST./ http://metadata/ http://metadata.google.internal/ http://a.localhost/ http://printer.local/".split(
      " ",
    ),
    ..."http://a.test/ http://a.example/ http://a.invalid/ http://a.onion/ http://router.home.arpa/ http://1.0.0.127.in-addr.arpa/".split(
      " ",
    ),
    ..."http://paper.com./ http://paper..com/ http://-a-.com/ http://paper.c/ http://127.0.0.1.nip.io/ http://localtest.me/ http://a{b}.com/".split(
      " ",
    ),
    `http://${"a".repeat(64)}.com/`,
    `http://${"a.".repeat(130)}com/`,
  ],
  "neither http nor https": [
    ..."file:///etc/passwd ftp://paper.com/ gopher://paper.com:70/_x javascript:alert(1) data:text/html,x ws://paper.com/ blob:https://paper.com/1".split(
      " ",
    ),
  ],
  "credentials in the address": ["http://a@paper.com/", "http://a:b@paper.com/", "http://paper.com:80@127.0.0.1/", "http://:p@paper.com/"],
  "a port that is neither 80 nor 443": ["http://paper.com:22/", "https://paper.com:8443/", "http://paper.com:0/"],
  "not a URL": [
    ..."http:// /a paper.com //paper.com/ http://[::1%25eth0]/ http://[::1 http://256.256.256.256/ http://a_b:x/".split(" "),
    "",
  ],
};
for (const [why, urls] of Object.entries(BAD))
  test(`refused: ${why}`, () => {
    for (const url of urls) assert.equal(badAddress(url), why, url);
  });

test("2,048 characters are the most", () => {
  const url = (length: number) => "https://paper.com/".padEnd(length, "a");
  assert.equal(badAddress(url(2048)), null);
  assert.equal(badAddress(url(2049)), "longer than 2048 characters");
});

test("an origin of development is let in by its exact place only; ourselves never", () => {
  const rules = { allow: ["127.0.0.1:9000", "site.test:80"], own: ["whence.paper.com", "127.0.0.1:8787"] };
  assert.equal(badAddress("http://127.0.0.1:9000/a", rules), null);
  assert.equal(badAddress("http://site.test/", rules), null);
  for (const url of ["http://127.0.0.1:9001/", "http://127.0.0.1/", "http://a.site.test/", "https://site.test/", "ftp://127.0.0.1:9000/"])
    assert.notEqual(badAddress(url, rules), null, url);
  assert.equal(badAddress("http://u@127.0.0.1:9000/", rules), "credentials in the address");
  for (const url of ["https://whence.paper.com/v1/claims", "http://WHENCE.paper.com/", "http://127.0.0.1:8787/", "http://0x7f.1:8787/"])
    assert.equal(badAddress(url, { ...rules, allow: ["127.0.0.1:8787"] }), "our own address", url);
});

/** Any IPv4 address in the ways that the WHATWG URL Standard reads: one to four parts, each decimal, octal or hexadecimal. */
const spelled = fc
  .tuple(
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.integer({ min: 1, max: 4 }),
    fc.array(fc.constantFrom(10, 8, 16), { minLength: 4, maxLength: 4 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([address, parts, bases, zeros]) => {
    const numbers = [];
    let rest = address;
    for (let i = 0; i < parts - 1; i++) {
      const unit = 256 ** (3 - i);
      numbers.push(Math.floor(rest / unit));
      rest %= unit;
    }
    numbers.push(rest);
    const spell = (n: number, base = 10) =>
      base === 16 ? `0x${"0".repeat(zeros)}${n.toString(16)}` : base === 8 ? `0${"0".repeat(zeros)}${n.toString(8)}` : String(n);
    return { address, host: numbers.map((n, i) => spell(n, bases[i])).join(".") };
  });
test("every IPv4 address is refused in every spelling, bare and within IPv6", () => {
  fc.assert(
    fc.property(
      spelled,
      fc.constantFrom("", "."),
      fc.constantFrom("::ffff:", "::", "64:ff9b::", "2002:"),
      ({ address, host }, dot, prefix) => {
        assert.equal(badAddress(`http://${host}${dot}/`), "an IP address instead of a name");
        const hex = `${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}`;
        assert.equal(badAddress(`http://[${prefix}${hex}${prefix === "2002:" ? "::" : ""}]/`), "an IP address instead of a name");
      },
    ),
    { numRuns: 500 },
  );
});
/** Bits that URLs are made of, good and bad, in any order. */
const BITS =
  "http:|https:|//|/|\\\\|127.0.0.1|0x7f|::1|[|]|localhost|paper|.com|.|。|..|@|:|80|443|22|%|%2e|%31|xn--|é|?|#| |\t|-|_|a".split("|");
test("nothing throws, and what is let in is a public name", () => {
  let letIn = 0;
  const bits = fc.array(fc.constantFrom(...BITS), { maxLength: 10 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      fc.oneof(
        bits,
        bits.map((rest) => `https://paper.com${rest}`),
        fc.string({ unit: "grapheme" }),
      ),
      (raw) => {
        if (badAddress(raw) !== null) return;
        letIn++;
        const { hostname, username, port, protocol } = new URL(raw);
        assert.match(protocol, /^https?:$/);
        assert.match(hostname, /^[\w-]+(?:\.[\w-]+)*\.[a-z][a-z0-9-]+$/);
        assert.equal(username, "");
        assert.ok(["", "80", "443"].includes(port));
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(letIn > 100, `${letIn}`);
});
