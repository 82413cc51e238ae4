/** The examples of the documentation, pasted into the shells that people have. */
import assert from "node:assert/strict";
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import type { Chapter } from "../../../workers/pages/docs/docs.ts";
import { KEY, openService, root } from "../support/harness.ts";

const service = await openService();
const folder = mkdtempSync(join(tmpdir(), "whence-readme-"));
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await service.close();
});
const guide = JSON.parse(readFileSync(new URL("../../../workers/public/about/guide.json", import.meta.url), "utf8")) as Chapter[];
// The key where npm start keeps it.
mkdirSync(join(folder, ".state"));
writeFileSync(join(folder, ".state/dev-key"), `${KEY}\n`);

const examples = ["README.md", "CONTRIBUTING.md", "docs/operations.md"].flatMap((file) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .map((match) => match[1] ?? "")
    .filter((script) => /\bcurl\b/.test(script))
    .map((script) => ({ file, script: script.replaceAll("http://127.0.0.1:8787", service.origin()) })),
);
const installed = (shell: string) => spawnSync(shell, ["-c", "true"]).status === 0;

test("there is an example to try", () => assert.ok(examples.some(({ file }) => file === "README.md")));

for (const shell of ["bash", "zsh"])
  for (const { file, script } of examples)
    test(`${file} in ${shell}`, { skip: !installed(shell) && `${shell} is not installed` }, async () => {
      await service.fresh();
      // As typed at a prompt: there zsh takes # for a command, and an unquoted ? or & for its own.
      const running = promisify(execFile)(shell, ["-i"], { cwd: folder });
      running.child.stdin?.end(script);
      const { stdout, stderr } = await running;
      assert.doesNotMatch(stderr, /not found|no matches/);
      assert.match(
        stdout,
        /^\{"id":"d[0-9a-z]{26}","status":"accepted","state":"done","found":\{.*\}\n# “The bridge in Exampleton.*Mastodon/s,
      );
      const page = /https?:\/\/\S+\/c\/c[0-9a-z]{26}/.exec(stdout)?.[0] ?? "";
      assert.equal((await fetch(page)).status, 200, page);
    });

/** Bash runs each time; zsh takes as long again, and has the README's commands in any case. */
const unless = (shell: string) =>
  (!installed(shell) && `${shell} is not installed`) || (shell === "zsh" && !process.env["WHENCE_FULL"] && "npm run test:full runs it");
for (const shell of ["bash", "zsh"])
  test(`every command of the docs page in ${shell}`, { skip: unless(shell) }, async () => {
    await service.fresh();
    const script = guide.map(({ id, commands }) => `echo "== ${id}"\n${commands ?? ""}\necho`).join("\n");
    const running = promisify(execFile)(shell, ["-i"], { cwd: folder });
    running.child.stdin?.end(script.replaceAll("http://127.0.0.1:8787", service.origin()));
    const { stdout, stderr } = await running;
    assert.doesNotMatch(stderr, /not found|no matches/);
    const parts = new Map(stdout.split("== ").map((part) => [part.split("\n")[0] ?? "", part] as const));
    const refused = [...parts].filter(([, part]) => part.includes("/problems/")).map(([id]) => id);
    assert.deepEqual(refused, ["errors"], "what the guide shows as refused is refused, and nothing else");
    assert.match(parts.get("quickstart") ?? "", /"found":\{.*"decision":"linked".*# “The harbour/s);
    assert.match(parts.get("recipe-import") ?? "", /"accepted":2,"rejected":\[\]/);
    assert.match(parts.get("idempotency") ?? "", /idempotent-replayed: true/i);
    assert.match(parts.get("formats") ?? "", /^id,lane,published/m);
  });

/** What is printed by the tasks of docs/integrators.md, in their order. */
const TASKS = [
  /"kind":"article","title":"Harbour denies that the quay sinks".*"decision":"linked".*"type":"denial"/,
  /"status":"accepted","state":"done".*"kind":"article".*"ref":"quay"/,
  /"claims":\[\{.*"ref":"quay"/,
  /"feeds":\["http/,
  /"firstKnown":\{.*"independence":\{"min":/,
  /"responses":\[\{.*"name":"Exampleton Harbour"/,
  /^200 \d{3}/m,
  /"@type":"ClaimReview"/,
  /First known: .*The quay|quay.*First known: /s,
  /^200 \d{3}/m,
];
for (const shell of ["bash", "zsh"])
  test(`the ten tasks of integrators in ${shell}, each with as many calls as the table says`, { skip: unless(shell) }, async () => {
    await service.fresh();
    const text = readFileSync(join(root, "docs/integrators.md"), "utf8");
    const [before = "", ...blocks] = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
    const figures = [...text.matchAll(/^\| \[[^|]*\| (\d)/gm)].map((match) => Number(match[1]));
    assert.deepEqual(
      blocks.map((block) => block.match(/\bcurl -s/g)?.length),
      figures,
    );
    const script = [`API=${service.origin()}\nKEY=$(cat .state/dev-key)\n${before}`, ...blocks].join('\necho "== task"\n');
    const running = promisify(execFile)(shell, ["-i"], { cwd: folder });
    running.child.stdin?.end(`${script}\n`);
    const { stdout, stderr } = await running;
    assert.doesNotMatch(stderr, /not found|no matches/);
    assert.doesNotMatch(stdout, /\/problems\//);
    const [, ...printed] = stdout.split("== task");
    for (const [i, expected] of TASKS.entries()) assert.match(printed[i] ?? "", expected, `task ${i + 1}`);
  });

test("the command of each operation sends what its example says, whatever the shell", async () => {
  const docs = (await service.anonymous("GET", "/docs")).text;
  const plain = (markup: string) =>
    markup.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const commands = [...docs.matchAll(/<pre tabindex=0 id="cmd-\d+" class=sh>([\s\S]*?)<\/pre>/g)].map((match) => plain(match[1] ?? ""));
  const operations = commands.filter((text) => text.startsWith("curl -s") && !text.includes("\n"));
  assert.ok(operations.length > 50);
  // A stand-in for curl, which prints its arguments one a line.
  const stand = `curl() { for word in "$@"; do printf '<%s>' "$word"; done; printf '\\n'; }\nAPI=http://whence.example\nKEY=secret\n`;
  const lines = execFileSync("bash", ["-c", stand + operations.map((text) => text.replace(/\n/g, " ")).join("\n")], { encoding: "utf8" });
  assert.equal(lines.match(/^<-s>/gm)?.length, operations.length);
  for (const [, body = ""] of lines.matchAll(/<Content-Type: application\/json><--data-binary><(.*)>$/gm))
    assert.doesNotThrow(() => JSON.parse(body), body);
});
