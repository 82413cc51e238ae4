/** `whence add`: adds a document, or a claim to follow. Its options are the fields of a document in the API. */
import { readFile } from "node:fs/promises";
import { likelyKind } from "../../../../shared/html/document-kind.ts";
import { DocumentInput } from "../../../../shared/model/document.ts";
import { decodeText } from "../../../sources/http/charset.ts";
import { call } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";

const optionOf = (field: string) => field.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
/** Fields whose value is text. The author has an option of its own, a handle. */
const FIELDS = Object.keys(DocumentInput.shape).filter((field) => !["author", "origin", "html"].includes(field));

async function readBytes(name: string): Promise<Buffer> {
  if (name !== "-") return readFile(name).catch(() => Promise.reject(wrongUse(`There is no file ${name}.`)));
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
/** The field of a document for a file, and its content: pages and texts are decoded as a browser would. */
function contentOf(name: string, bytes: Buffer): [field: "pdf" | "html" | "text", content: string] {
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") return ["pdf", bytes.toString("base64")];
  const content = decodeText(bytes, null);
  return [/\.x?html?$/i.test(name) || /^\s*<(?:!doctype|html)/i.test(content) ? "html" : "text", content];
}

export const add: Command = {
  name: "add",
  usage: `add [FILE|-] ${FIELDS.map((field) => `[--${optionOf(field)} X]`).join(" ")} [--author HANDLE] | add --claim TEXT [--ref X]`,
  summary: "Adds a document (a file of text, HTML or PDF, - for standard input, or --text), or a claim to follow",
  examples: [
    "add --text 'They say the bolts are made of plastic' --url https://mastodon.example/@ann/114289563174092341",
    "add page.html",
    "add report.pdf --url https://city.example/report.pdf",
  ],
  options: Object.fromEntries([...FIELDS.map(optionOf), "author", "claim"].map((name) => [name, { type: "string" as const }])),
  async run(screen, { words, options }) {
    const claim = text(options["claim"]);
    const document: Record<string, unknown> = {};
    for (const field of FIELDS) {
      const value = text(options[optionOf(field)]);
      if (value !== undefined) document[field] = value;
    }
    if (claim !== undefined) {
      const { ref, lang } = document;
      const { body } = await call("POST /v1/claims", { body: { text: claim, ...(ref ? { ref } : {}), ...(lang ? { lang } : {}) } });
      screen.out(screen.json ? JSON.stringify(body) : `${body["id"]} ${body["status"]}`);
      return EXIT.done;
    }
    const author = text(options["author"]);
    if (author !== undefined) document["author"] = { handle: author };
    for (const word of words) {
      const isUrl = /^https?:\/\//.test(word);
      // A second one would take the place of the first.
      if (isUrl ? "url" in document : ["text", "html", "pdf"].some((field) => field in document))
        throw wrongUse(`add takes one document: ${word} is another ${isUrl ? "address" : "text"}.`);
      const [field, content] = isUrl ? ["url", word] : contentOf(word, await readBytes(word));
      document[field] = content;
    }
    if (Object.keys(document).length === 0) throw wrongUse("add needs a file, - or --text.");
    document["kind"] ??= document["pdf"] ? "article" : likelyKind(document);
    const { body } = await call("POST /v1/documents", { body: document, headers: { prefer: "wait" } });
    if (screen.json) {
      screen.out(JSON.stringify(body));
      return EXIT.done;
    }
    screen.out(`${body["id"]} ${body["status"]}, ${body["state"] === "done" ? "read and matched" : "waiting to be read"}`);
    return EXIT.done;
  },
};
