/** CSV: any cells are read back as they were written, and no text makes it slow. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type CsvFault, type CsvRow, csvRows, delimiterOf } from "../../shared/csv.ts";
import { assertCheap } from "../cpu.ts";

const read = (text: string, delimiter?: string) => [...csvRows(text, delimiter)];
const cells = (text: string, delimiter?: string) => read(text, delimiter).map((row) => ("cells" in row ? row.cells : row.fault));
const quoted = (cell: string) => (/[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

test("quotes, line breaks in cells, any line ends, a byte order mark", () => {
  assert.deepEqual(cells('\ufeffa,b\r\n"1,2","say ""hi"""\n"x\ny",\r'), [
    ["a", "b"],
    ["1,2", 'say "hi"'],
    ["x\ny", ""],
  ]);
  assert.deepEqual(cells("a;b\n1;2", ";"), [
    ["a", "b"],
    ["1", "2"],
  ]);
  assert.deepEqual(cells('5" pipe,x"y"'), [['5" pipe', 'x"y"']], "a quote inside a cell is a character");
  assert.deepEqual(cells('"a"b,c'), [["ab", "c"]]);
  assert.deepEqual(cells("\n\r\n\r"), []);
  assert.deepEqual(cells("a\n\nb\n"), [["a"], ["b"]]);
});

test("rows know the line that they start on", () => {
  const rows = read('a,b\n"1\r\n2\r3\n4",x\n\nlast') as (CsvRow | CsvFault)[];
  assert.deepEqual(
    rows.map((row) => row.line),
    [1, 2, 7],
  );
});

test("a quote that is never closed is told, and what came before stands", () => {
  assert.deepEqual(read('a\n"b,c\nd'), [
    { line: 1, at: 0, cells: ["a"] },
    { line: 2, at: 2, fault: "has a quote that is never closed; what follows it was not read" },
  ]);
});

test("whatever is written is read back", () => {
  const table = fc.array(
    fc.array(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é", ";") }), { minLength: 2, maxLength: 4 }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(table, fc.constantFrom(",", ";", "\t"), fc.constantFrom("\n", "\r\n"), (rows, delimiter, end) => {
      const text = rows.map((row) => row.map(quoted).join(delimiter) + end).join("");
      assert.deepEqual(cells(text, delimiter), rows);
    }),
  );
});

test("what parts the cells is known by the first row, whatever its cells hold", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("text", "url", "posted on", "é", '"title"'), { minLength: 2, maxLength: 5 }),
      fc.constantFrom(",", ";", "\t"),
      (head, delimiter) => {
        assert.equal(delimiterOf(`${head.join(delimiter)}\nx,y;z,,,;;;\t\t\t`), delimiter);
      },
    ),
  );
  assert.equal(delimiterOf("text\none; two\n"), ",");
  assert.equal(delimiterOf(""), ",");
});

test("time grows with the length only", () => {
  for (const piece of ['"', '""', '",', ",", "\r", "\n", '"\n', 'a"', '"a",\r\n', "x"]) {
    const text = piece.repeat(1_000_000 / piece.length);
    const readAll = () => {
      for (const _ of csvRows(text));
    };
    assertCheap(readAll, 2000, JSON.stringify(piece));
  }
});
