/** Calls to the instance that the settings name. */

/** The address without a slash at the end, and the key; null without settings. */
export async function settings() {
  const { address = "", key = "" } = await chrome.storage.local.get(["address", "key"]);
  return address ? { address: address.replace(/\/+$/, ""), key } : null;
}

/** The answer of a route as JSON. Throws an Error with the problem's words, or with what seems to be wrong with the address or the key. */
export async function call({ address, key }, method, path, body) {
  // No request can carry other signs, and that would look as if nothing answered.
  if (/[^\x21-\x7e]/.test(key)) throw new Error("The key has a sign that no key has. Copy it into the settings once more.");
  const response = await fetch(`${address}${path}`, {
    method,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body ? { "content-type": "application/json", prefer: "wait" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => null);
  if (!response) throw new Error(`Nothing answers at ${address}. Is the address in the settings right?`);
  const answer = await response.json().catch(() => null);
  if (answer === null) throw new Error(`No instance of Whence answers at ${address}. Is the address in the settings right?`);
  if (!response.ok) throw new Error(answer.detail ?? `The instance answered ${response.status}.`);
  return answer;
}

/** What the instance knows of an address. */
export const lookUp = (instance, url) => call(instance, "GET", `/v1/lookup?url=${encodeURIComponent(url)}`);

/** How long a page may be, in bytes of UTF-8, and what an instance takes of a longer one: no half of a character. */
const MAX_HTML = 1_900_000;
export function fitting(html) {
  const bytes = new TextEncoder().encode(html.replaceAll("\0", ""));
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_HTML - 3));
  return bytes.length < MAX_HTML ? text : text.replace(/\ufffd$/, "");
}
