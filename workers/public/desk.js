/* Optional: every page works without this file. Keys, counting of ticks, moving through the queue without a reload. */
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const isField = (t) =>
  t.isContentEditable ||
  /^(TEXTAREA|SELECT)$/.test(t.tagName) ||
  (t.tagName === "INPUT" && !/^(checkbox|radio|submit|button)$/.test(t.type));
const rows = () => all(".q-row");
/** The lines of a page, but for those in closed folds. */
const lines = () => all(".ln, .found, .claims tbody tr, .proposals li:not(.alike)").filter((line) => line.checkVisibility());
const marked = () => one("[data-now]");
const keysOff = () => localStorage.getItem("whence-keys") === "off";

const pageAt = async (url) => new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
/** Shows all keys: those of this page, which stand at its end, and those of every page. */
async function help() {
  if (!one("#keys-help")) {
    const dialog = one("dialog", await pageAt("/about/keys"));
    const own = all(".keys span:not([hidden], :last-child)").flatMap((span) => {
      const [term, does] = ["dt", "dd"].map((name) => document.createElement(name));
      does.textContent = span.lastChild.textContent;
      term.append(one("kbd", span).cloneNode(true));
      return [term, does];
    });
    one("dl", dialog).prepend(...own);
    document.body.append(dialog);
  }
  one("#keys-help").showModal();
}

/** Moves by so many items: in the queue to the next suggestion, or from its last one to its next page, elsewhere to the next line. */
function move(step) {
  if (rows().length) {
    const row = rows()[rows().findIndex((r) => r.hasAttribute("aria-current")) + step];
    const to = row ? one("a", row) : step > 0 && one(".more a");
    if (to) to.click();
    return;
  }
  const list = lines();
  const row = list[Math.max(0, Math.min(list.length - 1, list.indexOf(marked()) + step))];
  if (!row) return;
  marked()?.removeAttribute("data-now");
  row.setAttribute("data-now", "");
  row.scrollIntoView({ block: "nearest" });
  one("input[type=checkbox], a, button", row)?.focus({ preventScroll: true });
}

// The line that was decided last is where one goes on. What was done is read out with it.
const decided = document.getElementById(location.hash.slice(1));
if (decided?.matches(".ln")) {
  for (let fold = decided.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  decided.setAttribute("data-now", "");
  // Of a line that is edited its first field.
  const first = one("details.ed[open] :is(select, input:not([type=hidden]))", decided) ?? one("input[type=checkbox], a, button", decided);
  first?.setAttribute("aria-describedby", "strip");
  // After the browser has gone to the line, which takes the focus from everything else.
  addEventListener("load", () => setTimeout(() => (first?.checkVisibility() ? first : one("#strip")).focus({ preventScroll: true })));
}
// After g the next key names a place, however late it comes: it never decides anything.
let going = false;
const PLACES = { d: "/", r: "/review", a: "/add", s: "/search", p: "/people" };
/** What a key does to the line that is marked. */
function onLine(key) {
  const row = marked();
  if (!row || rows().length) return false;
  const button = { a: "[value=accept]", r: "[value=reject]", x: "input[name=pick]", p: "[value=pin], [value=unpin]", Enter: "a" }[key];
  const target = button && one(button, row);
  if (target) {
    if (key === "p") target.form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "stay", value: "1" }));
    target.click();
  } else if (key === "e" && one("details", row)) {
    one("details", row).open = true;
    one("details :is(input:not([type=hidden]), select)", row)?.focus();
  } else if (key === "e" && one("a.ed", row)) one("a.ed", row).click();
  else return false;
  return true;
}
function onKey(key) {
  if (key === "j" || key === "k") return move(key === "j" ? 1 : -1) ?? true;
  if (key === "/") return one(".find input")?.focus() ?? true;
  if (key === "?") return help();
  if (onLine(key)) return true;
  if (key === "x") return one("input", one(".q-row[aria-current]") ?? document.createElement("i"))?.click() ?? true;
  if (key === "e" && one("[data-edit]")) {
    const field = one("[data-edit]");
    const fold = field.closest("details");
    if (fold) fold.open = true;
    field.focus();
    field.select?.();
    return true;
  }
  if (key === "R" && one("#why-not")) {
    one("#why-not").open = true;
    one("#why-not button").focus();
    return true;
  }
  if (one("#why-not[open]") && /^[1-6]$/.test(key)) return all("#why-not button")[key - 1]?.click() ?? true;
  const place = one(`[data-goto="${CSS.escape(key)}"]`);
  if (place) return place.focus() ?? true;
  const button = one(`[data-key="${CSS.escape(key)}"]`);
  button?.click();
  // Of a menu the first thing in it.
  if (button?.tagName === "SUMMARY") one("a.btn, input:not([type=hidden]), textarea, button", button.parentElement)?.focus();
  return Boolean(button);
}
addEventListener("keydown", (e) => {
  if (e.altKey || e.isComposing || keysOff()) return;
  if (e.key === "Escape") {
    going = false;
    for (const fold of all("details.menu[open], .acts details[open], .me[open]")) {
      fold.open = false;
      one("summary", fold).focus();
    }
    // Of a line that is edited the focus stays with it.
    const edited = isField(e.target) && one("summary", e.target.closest("details.ed") ?? document.createElement("i"));
    if (edited) edited.focus();
    else if (isField(e.target)) e.target.blur();
    return;
  }
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
    const form = e.target.form ?? one("main form:has(button[name=do][value=save])") ?? one('main form[action$="/add"]');
    const edited = one(".primary", e.target.closest("details.ed") ?? document.createElement("i"));
    return form?.requestSubmit(edited ?? one("button[name=do], button:not([type=button])", form));
  }
  if (e.ctrlKey || e.metaKey || isField(e.target) || one("dialog[open]")) return;
  // A link or button that has the focus is meant, and not the line that is marked.
  if (e.key === "Enter" && e.target.closest("a, button, summary")) return;
  if (going && PLACES[e.key]) location.href = PLACES[e.key];
  if (going || e.key === "g") {
    going = !going && e.key === "g";
    return;
  }
  if (onKey(e.key)) e.preventDefault();
});

// A second press of a button, or of Ctrl Enter, sends nothing while the first is on its way.
addEventListener("submit", (e) => {
  if (e.defaultPrevented || e.target.method !== "post") return;
  if (e.target.hasAttribute("data-sent")) e.preventDefault();
  e.target.setAttribute("data-sent", "");
  setTimeout(() => e.target.removeAttribute("data-sent"), 3000);
});

// The line that readers would get is another one once a field of it is changed.
addEventListener("input", (e) => {
  if (e.target.closest("fieldset.fields")) one(".effect")?.classList.add("changed");
});
/** Says how many are ticked. */
function tally() {
  const ticked = all("input[name=pick]:checked").length;
  for (const place of all("[data-n]")) place.textContent = ticked ? `${ticked} ${place.dataset.n}` : "";
}
addEventListener("change", (e) => {
  if (e.target.matches("[data-all]"))
    for (const box of all("input[name=pick]", e.target.closest(".q-group"))) box.checked = e.target.checked;
  if (e.target.matches("#keys-on")) localStorage.setItem("whence-keys", e.target.checked ? "on" : "off");
  tally();
});

/** Of the keys of the queue, those that do something with the suggestion that is shown. */
function tellKeys() {
  for (const span of all(".page-review .keys span")) {
    const key = one("kbd", span).textContent;
    if (/^[arsom]$/.test(key)) span.hidden = !one(`[data-key=${key}]`);
  }
}
/** Shows another suggestion, and keeps the list where it is. */
async function show(url, push = true) {
  try {
    const page = await pageAt(url);
    one(".right").replaceWith(one(".right", page));
    const said = one("#strip", page);
    one("#strip").className = said.className;
    one("#strip").replaceChildren(...said.childNodes);
    const current = one(".q-row[aria-current]", page)?.id;
    for (const row of rows()) row.removeAttribute("aria-current");
    const row = current && document.getElementById(current);
    row?.setAttribute("aria-current", "true");
    row?.scrollIntoView({ block: "nearest" });
    document.title = page.title;
    tellKeys();
    if (push) history.pushState(null, "", url);
    one(".ask")?.focus();
  } catch {
    location.href = url;
  }
}
if (matchMedia("(min-width: 1000px)").matches && one(".right")) {
  addEventListener("click", (e) => {
    const link = e.target.closest(".q-row a, a[data-move]");
    if (!link || e.metaKey || e.ctrlKey) return;
    e.preventDefault();
    show(link.href);
  });
  addEventListener("popstate", () => show(location.href, false));
}
addEventListener("click", (e) => {
  for (const fold of all("details.menu[open], .me[open], .acts details[open]")) if (!fold.contains(e.target)) fold.open = false;
});
one(".q-row[aria-current]")?.scrollIntoView({ block: "nearest" });
// The words that were selected last, such as a sentence of a document: a click elsewhere, as on a fold, ends the selection.
let said = "";
document.addEventListener("selectionchange", () => {
  said = String(getSelection()).trim().slice(0, 2000) || said;
});
addEventListener("click", (e) => {
  const link = e.target.closest("a[data-selection]");
  if (link && said) link.search = `${new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(link.search)), quote: said })}`;
});
// They fill in the field for a sentence when its fold is opened.
addEventListener(
  "toggle",
  (e) => {
    const field = e.target.open && one("textarea[name=quote]", e.target);
    if (field && !field.value) field.value = said;
  },
  true,
);
/** How much of an import is still to be read: asked again and told, until all is. */
async function follow() {
  const form = one("form[data-follow]");
  if (!form) return;
  try {
    const url = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    const page = await pageAt(url);
    const [now, then] = [one("main [role=status]"), one("main [role=status]", page)];
    if (!then) return;
    if (now.textContent !== then.textContent) now.textContent = then.textContent;
    one("main h1").textContent = one("h1", page).textContent;
    document.title = page.title;
    if (one("form[data-follow]", page)) return setTimeout(follow, 3000);
    const held = form.contains(document.activeElement);
    form.remove();
    if (held) one("#main").focus();
  } catch {
    // The button asks again.
  }
}
setTimeout(follow, 2000);
/** Instants are told in the zone of who looks; pages have them in UTC. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const inZone = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
for (const time of timeZone && timeZone !== "UTC" ? all("time.at") : []) {
  time.title = time.textContent;
  time.textContent = inZone.format(new Date(time.dateTime));
}
if (timeZone && one("#zone")) one("#zone").textContent = timeZone;
const keysOn = one("#keys-on");
if (keysOn) keysOn.checked = !keysOff();
tally();
tellKeys();
