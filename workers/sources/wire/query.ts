/** An address with these query parameters, without those that are null or empty. */
export function withQuery(address: string, parameters: Readonly<Record<string, string | null | undefined>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, value);
  return url.href;
}
