/** Calls to the instance that the settings name. */

/** The address without a slash at the end, and the key; null without settings. */
export async function settings() {
  const { address = "", key = "" } = await chrome.storage.local.get(["address", "key"]);
  return address ? { address: address.replace(/\/+$/, ""), key } : null;
}

/** The answer of a route as JSON. Throws an Error with the problem's words. */
export async function call({ address, key }, method, path, body) {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body ? { "content-type": "application/json", prefer: "wait" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? `The instance answered ${response.status}.`);
  return answer;
}
