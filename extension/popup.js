/** What is known of the page in the active tab, and a button that adds it. */
import { call, fitting, settings } from "./instance.js";

const state = document.getElementById("state");
const list = document.getElementById("claims");
const add = document.getElementById("add");
document.getElementById("settings").addEventListener("click", () => chrome.runtime.openOptionsPage());

/** How a document stands to a claim, in words. */
const STANCES = {
  support: "makes it",
  deny: "disputes it or reports a denial",
  query: "asks about it",
  comment: "comments on it",
  observe: "reports it",
};
const counted = (n, one, many) => `${n} ${n === 1 ? one : many}`;

function show(instance, claims) {
  list.replaceChildren(
    ...claims.map(({ id, text, status, stance, sightings, responses }) => {
      const link = document.createElement("a");
      Object.assign(link, { href: `${instance.address}/c/${id}`, target: "_blank", rel: "noopener", textContent: text });
      const item = document.createElement("li");
      const known =
        status === "proposed"
          ? "Only proposed so far, and not followed"
          : `${counted(sightings, "post or article", "posts and articles")}, ${counted(responses, "response", "responses")}`;
      item.append(link, ` This page ${STANCES[stance] ?? "is on its timeline"}. ${known}.`);
      return item;
    }),
  );
}
/** Of claims, how many are followed; the machine only proposes the others. */
const followed = (claims) => claims.filter(({ status }) => status !== "proposed").length;
/** What the instance knows of an address. */
const lookUp = (instance, url) => call(instance, "GET", `/v1/lookup?url=${encodeURIComponent(url)}`);

/** The page as it stands in the tab: its address and its HTML. */
async function pageOf(tab) {
  const [{ result }] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => document.documentElement.outerHTML,
  });
  return { url: tab.url, html: fitting(result) };
}

async function start() {
  const instance = await settings();
  if (!instance) {
    state.textContent = "Say in the settings where your instance is.";
    return;
  }
  // The tests open the popup as a page, and name the tab that it is about.
  const about = new URLSearchParams(location.search).get("tab");
  const [tab] = about ? [await chrome.tabs.get(Number(about))] : await chrome.tabs.query({ active: true, currentWindow: true });
  if (!/^https?:/.test(tab?.url ?? "")) {
    state.textContent = "This is no page of the web.";
    return;
  }
  const { document: held, claims } = await lookUp(instance, tab.url);
  state.textContent = followed(claims)
    ? `${followed(claims)} of the claims that are followed:`
    : held
      ? "It is here, on no timeline."
      : "Nothing is known of it.";
  show(instance, claims);
  add.hidden = !instance.key || held !== null;
  add.addEventListener("click", async () => {
    add.disabled = true;
    state.textContent = "Adding it …";
    try {
      const { id } = await call(instance, "POST", "/v1/documents", await pageOf(tab));
      const now = await lookUp(instance, tab.url);
      const timelines = followed(now.claims);
      state.textContent = timelines ? `Added. It is on ${counted(timelines, "timeline", "timelines")}:` : "Added. It is on no timeline.";
      show(instance, now.claims);
      add.hidden = true;
      add.dataset.id = id;
    } catch (error) {
      state.textContent = error.message;
      add.disabled = false;
    }
  });
}
start().catch((error) => {
  state.textContent = error.message;
});
