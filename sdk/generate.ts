/** `npm run sdk`: makes the client from client.ts and its types from the route table. Writes into dist/, or into --out FOLDER. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const { values } = parseArgs({ options: { out: { type: "string" } } });
const out = values.out ? resolve(values.out) : fileURLToPath(new URL("dist", import.meta.url));

// By names that the compiler does not follow: the route table is typed by the Worker's globals.
const { openApiDocument } = (await import(String("../workers/api/openapi.ts"))) as { openApiDocument(routes: unknown): object };
const { routes } = (await import(String("../workers/api/routes.ts"))) as { routes: unknown };

const document = openApiDocument(routes);
/** The client reads JSON: without the other formats of a timeline an answer has one type. */
const jsonOnly = JSON.stringify(document, (key, value: unknown) =>
  key === "content" && value !== null && typeof value === "object" && "application/json" in value
    ? { "application/json": value["application/json"] }
    : value,
);
const types = withUndefined(astToString(await openapiTS(jsonOnly, { alphabetize: true, defaultNonNullable: false })));
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "openapi.json"), JSON.stringify(document, null, 1));
writeFileSync(join(out, "schema.d.ts"), `/** Made by npm run sdk from the route table: do not edit. */\n${types}`);
// What a package imports is JavaScript: Node reads no TypeScript below node_modules.
const client = readFileSync(new URL("client.ts", import.meta.url), "utf8").replace("./dist/schema.d.ts", "./schema.js");
const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, isolatedDeclarations: true, declaration: true };
writeFileSync(join(out, "client.js"), ts.transpileModule(client, { compilerOptions }).outputText);
writeFileSync(join(out, "client.d.ts"), ts.transpileDeclaration(client, { compilerOptions }).outputText);
console.log(`${out}: client.js, client.d.ts, openapi.json, schema.d.ts (${types.split("\n").length} lines)`);

/** What a call may leave out it may also give as undefined: under `exactOptionalPropertyTypes` the type has to say so. Answers stay as they are. */
function withUndefined(types: string): string {
  const ends: number[] = [];
  const visit = (node: ts.Node, isSent: boolean): void => {
    const isProperty = ts.isPropertySignature(node);
    if (isProperty && isSent && node.questionToken && node.type && node.type.kind !== ts.SyntaxKind.NeverKeyword) ends.push(node.type.end);
    const name = isProperty && ts.isIdentifier(node.name) ? node.name.text : "";
    ts.forEachChild(node, (child) => visit(child, isSent || name === "query"));
  };
  visit(ts.createSourceFile("schema.d.ts", types, ts.ScriptTarget.ES2022), false);
  return ends.sort((a, b) => b - a).reduce((text, end) => `${text.slice(0, end)} | undefined${text.slice(end)}`, types);
}
