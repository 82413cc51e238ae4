/** What is known of the page in the active tab, and a button that adds it. */
import { call, fitting, lookUp, settings } from "./instance.js";

const state = document.getElementById("state");
const list = document.getElementById("claims");
const add = document.getElementById("add");
const held = document.getElementById("held");
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
/** What was found in an added page, in words: "an article with 2 responses, 1 source". */
function findings({ kind, claims, responses, sources }) {
  const waiting = claims.filter(({ decision }) => decision === "suggested").length;
  const parts = [
    waiting > 0 && counted(waiting, "claim to review", "claims to review"),
    responses.length > 0 && counted(responses.length, "response", "responses"),
    sources.length > 0 && counted(sources.length, "source", "sources"),
  ].filter(Boolean);
  const name = kind.replace("_", " ");
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}${parts.length > 0 ? ` with ${parts.join(", ")}` : ", without responses or sources"}`;
}
/** Shows the way to what is stored of the page; only people who are signed in there see all of it. */
function lead({ address }, id) {
  const link = document.createElement("a");
  Object.assign(link, { href: `${address}/d/${id}`, target: "_blank", rel: "noopener", textContent: "Open it on the desk" });
  held.replaceChildren(link);
  return link;
}

/** The page as it stands in the tab, and whether it is too long to be sent whole. Throws an Error if there is nothing to send. */
async function pageOf(tab) {
  const [{ result } = {}] = await chrome.scripting
    .executeScript({
      target: { tabId: tab.id },
      // biome-ignore lint/performance/useDomNodeTextContent: the text of scripts and styles is no text of the page
      func: () => ({ html: document.documentElement.outerHTML, hasText: /\S/.test(document.body?.innerText ?? "") }),
    })
    .catch(() => []);
  if (!result) throw new Error("The browser does not let extensions read this page. Copy its text into the form Add of your instance.");
  if (!result.hasText)
    throw new Error("There is no text on this page. A PDF or another file can be added with the form Add of your instance.");
  const html = fitting(result.html);
  return { page: { url: tab.url, html }, isCut: html.length < result.html.replaceAll("\0", "").length };
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
  const { document: id, claims } = await lookUp(instance, tab.url);
  state.textContent = followed(claims)
    ? `It is on ${counted(followed(claims), "timeline", "timelines")}:`
    : id
      ? "It is here, on no timeline."
      : instance.key
        ? "Nothing is known of it."
        : "Nothing public is known of it. With a key in the settings you can add it.";
  show(instance, claims);
  if (id && instance.key) lead(instance, id);
  add.hidden = !instance.key || id !== null;
  add.addEventListener("click", async () => {
    add.disabled = true;
    state.textContent = "Adding it …";
    try {
      const { page, isCut } = await pageOf(tab);
      const { id, found } = await call(instance, "POST", "/v1/documents", page);
      const now = await lookUp(instance, tab.url);
      const timelines = followed(now.claims);
      const what = found ? `, read as ${findings(found)}` : ", not read yet";
      const added = `Added${what}.${isCut ? " Only its beginning: the page is too long." : ""}`;
      state.textContent = timelines
        ? `${added} It is on ${counted(timelines, "timeline", "timelines")}:`
        : `${added} It is on no timeline${now.claims.length > 0 ? ":" : "."}`;
      show(instance, now.claims);
      add.hidden = true;
      lead(instance, id).focus();
    } catch (error) {
      state.textContent = error.message;
      add.disabled = false;
    }
  });
}
start().catch((error) => {
  state.textContent = error.message;
});
