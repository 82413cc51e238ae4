/** A time stamping authority on this machine, by `openssl ts`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Authority {
  /** `host:port` */
  place: string;
  url: string;
  /** Whether a token stamps a SHA-256 (hexadecimal), as openssl sees it. */
  verifies(token: string, sha256: string): boolean;
  close(): void;
}

export async function openAuthority(): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), "whence-authority-"));
  const file = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync("openssl", words, { stdio: ["ignore", "pipe", "pipe"] });
  writeFileSync(
    file("config"),
    `[req]\ndistinguished_name = name\nx509_extensions = stamping\nprompt = no\n[name]\nCN = An authority\n[stamping]\nbasicConstraints = critical,CA:true\nextendedKeyUsage = critical,timeStamping\n[tsa]\ndefault_tsa = own\n[own]\nserial = ${file("serial")}\ncrypto_device = builtin\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\ness_cert_id_alg = sha256\n`,
  );
  writeFileSync(file("serial"), "01\n");
  openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "2",
    "-config",
    file("config"),
    "-keyout",
    file("key"),
    "-out",
    file("cert"),
  );
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      writeFileSync(file("query"), Buffer.concat(parts));
      openssl(
        "ts",
        "-reply",
        "-config",
        file("config"),
        "-section",
        "own",
        "-queryfile",
        file("query"),
        "-signer",
        file("cert"),
        "-inkey",
        file("key"),
        "-out",
        file("reply"),
      );
      response.writeHead(200, { "content-type": "application/timestamp-reply" }).end(readFileSync(file("reply")));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    place,
    url: `http://${place}/`,
    verifies(token, sha256) {
      writeFileSync(file("token"), Buffer.from(token, "base64"));
      try {
        openssl("ts", "-verify", "-digest", sha256, "-in", file("token"), "-token_in", "-CAfile", file("cert"));
        return true;
      } catch {
        return false;
      }
    },
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
