import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fingerprint, nearness, similarity } from "../../../shared/text/fingerprint.ts";
import { leastCpuTime } from "../../cpu.ts";

const vocabulary = Array.from({ length: 400 }, (_, i) => `w${i.toString(36)}x`);
const text = (min: number, max: number) => fc.array(fc.constantFrom(...vocabulary), { minLength: min, maxLength: max });
const of = (words: string[]) => {
  const found = fingerprint(words.join(" "));
  assert.ok(found);
  return found;
};
const jaccard = (a: string[], b: string[]) => {
  const shingles = (words: string[]) => new Set(words.slice(0, -2).map((_, i) => words.slice(i, i + 3).join(" ")));
  const [x, y] = [shingles(a), shingles(b)];
  const both = [...x].filter((s) => y.has(s)).length;
  return both / (x.size + y.size - both);
};

test("a fingerprint is stable: it is stored, so its constants may never change", () => {
  const found = fingerprint("The quick brown fox jumps over the lazy dog again");
  assert.deepEqual(found?.buckets.slice(0, 2), [2382875882629611, 3304325033357672]);
  assert.equal(found?.signature.slice(0, 16), "QgC/WntmeFVo5idW");
});

test("buckets are four distinct integers below 2^52, also of a text that repeats one phrase; the signature has 172 characters", () => {
  fc.assert(
    fc.property(fc.oneof(text(8, 60), fc.constant(Array(20).fill("again"))), (words) => {
      const { buckets, signature } = of(words);
      assert.equal(new Set(buckets).size, 4);
      assert.ok(buckets.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket < 2 ** 52));
      assert.equal(signature.length, 172);
    }),
    { numRuns: 50 },
  );
});

test("similarity estimates the Jaccard index of word shingles", () => {
  const pairs = fc.sample(fc.tuple(text(40, 80), fc.integer({ min: 0, max: 60 }), text(10, 20)), 400);
  const errors = pairs.map(([words, at, other]) => {
    const changed = [...words.slice(0, at), ...other, ...words.slice(at + other.length)];
    return Math.abs(similarity(of(words).signature, of(changed).signature) - jaccard(words, changed));
  });
  // 64 rows have a standard error of at most 1/16: its mean is 0.05, and one pair in 16,000 is off by four of them.
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const far = errors.filter((error) => error > 0.25).length;
  assert.ok(mean < 0.06 && far <= 4, `off by ${mean} on average, ${far} by more than 0.25`);
});

test("one changed word of sixty is found by a bucket; other texts are not", () => {
  let found = 0;
  let chance = 0;
  for (let n = 0; n < 100; n++) {
    const words = Array.from({ length: 60 }, (_, i) => vocabulary[(n * 61 + i * (7 + (n % 13)) + ((i * i) % 17)) % 400] ?? "");
    const changed = words.with(30, "different");
    const [a, b, c] = [of(words), of(changed), of(words.map((word) => `${word}${n}`))];
    if (a.buckets.some((bucket) => b.buckets.includes(bucket))) found++;
    if (a.buckets.some((bucket) => c.buckets.includes(bucket))) chance++;
  }
  assert.ok(found >= 99, `${found} of 100`);
  assert.equal(chance, 0);
});

test("texts that share most of their words are near each other, most of those that share a sentence of five are not", () => {
  const near = (common: number) => {
    let found = 0;
    for (let n = 0; n < 100; n++) {
      const own = (text: number) =>
        Array.from({ length: 60 }, (_, i) => `${vocabulary[(i * 7 + n) % 400]}${i < common ? "" : `t${text}n${n}`}`);
      if (nearness(of(own(1)).signature, of(own(2)).signature) > 0) found++;
    }
    return found;
  };
  assert.ok(near(45) >= 85, `${near(45)} of 100 at 0.6`);
  assert.ok(near(16) <= 30, `${near(16)} of 100 at 0.14`);
});

test("case, width, invisible characters, punctuation and links make no difference", () => {
  const plain = fingerprint("They trained the model on the very tests that rank it, says a former colleague");
  const dressed = fingerprint(
    "THEY trained\u200b the m\u00adodel on “the very tests” that ｒａｎｋ it — says a former colleague! https://t.example/Ab3",
  );
  assert.deepEqual(dressed, plain);
});

test("too short is null: under 8 words, or 16 characters of a script without spaces", () => {
  assert.equal(fingerprint("one two three four five six seven"), null);
  assert.ok(fingerprint("one two three four five six seven eight"));
  const zh = "模型在测试集上训练过所以排名靠前了吗";
  assert.equal(fingerprint(zh.slice(0, 15)), null);
  assert.ok(fingerprint(zh.slice(0, 16)));
  for (const nothing of ["", "!!!", "\u200d".repeat(99), "🙂".repeat(99), "https://example.org/a/b/c/d/e/f/g/h"])
    assert.equal(fingerprint(nothing), null);
});

test("Chinese: a changed character leaves the most part equal, whatever the segmenter makes of it", () => {
  const zh = "有人在论坛上说公司把各种评测的测试集混进了后训练的数据里面所以新模型的排名才会这么高真假还不知道";
  const [a, b] = [fingerprint(zh), fingerprint(zh.replace("真假", "真伪"))];
  assert.ok(a && b && similarity(a.signature, b.signature) > 0.6);
});

test("similarity of what is no signature is 0", () => {
  assert.equal(similarity("", ""), 0);
  assert.equal(similarity("x".repeat(172), "x".repeat(172)), 0);
});

test("any text is taken, hostile ones in under 50 ms", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (raw) => void fingerprint(raw)));
  const unit = ["a", "a ", "\u200d", "\u202e", "א", "漢", "ก", "\ud800", "👨‍👩‍👧‍👦", "http://", "\u0300", ". "];
  for (const part of unit) {
    const hostile = part.repeat(Math.ceil(50_000 / part.length));
    assert.ok(leastCpuTime(() => fingerprint(hostile), 50) < 50, JSON.stringify(part));
  }
});
