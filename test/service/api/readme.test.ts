/** The examples of the documentation, pasted into the shells that people have. */
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { KEY, openService, root } from "../support/harness.ts";

const service = await openService();
const folder = mkdtempSync(join(tmpdir(), "whence-readme-"));
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await service.close();
});
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
