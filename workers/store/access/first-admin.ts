/** SQL for who sets an instance up, before anybody can sign in. */

/** An SQL string. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The statement that invites an admin, for `wrangler d1 execute`: it has no parameters. Times are in ms. */
export function invitationSql(i: {
  hash: string;
  id: string;
  name: string;
  email: string | null;
  createdAt: number;
  expiresAt: number;
}): string {
  const email = i.email === null ? "NULL" : quoted(i.email);
  return `INSERT INTO invitation (hash, id, name, email, role, invited_by, created_at, expires_at)
    VALUES (${quoted(i.hash)}, ${quoted(i.id)}, ${quoted(i.name)}, ${email}, 'admin', 'local', ${i.createdAt}, ${i.expiresAt})`;
}
