import { lookUp, settings } from "./instance.js";

/** The settings: the address of the instance, whose API any site may call, and a key. */
const [form, address, key, said] = ["form", "address", "key", "said"].map((id) => document.getElementById(id));

chrome.storage.local.get(["address", "key"]).then((held) => {
  address.value = held.address ?? "";
  key.value = held.key ?? "";
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const origin = new URL(address.value).origin;
  await chrome.storage.local.set({ address: origin, key: key.value.trim() });
  said.textContent = "Saved. Asking the instance …";
  const fault = await lookUp(await settings(), origin).then(
    () => null,
    (error) => error.message,
  );
  said.textContent = fault ? `Saved, but: ${fault}` : `Saved. ${origin} answers${key.value.trim() ? " and knows the key" : ""}.`;
});
