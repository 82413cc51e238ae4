// Script of a claim's page: filters and days are answered without a reload, and the big picture can be moved. Without script all of it works, too.

/** The list: forms and links that lead to another state of it are asked for and put in its place. */
const list = document.getElementById("all");
let asked = 0;
async function show(url, focus) {
  const turn = ++asked;
  const answer = await fetch(url, { headers: { accept: "text/html" } });
  if (!answer.ok) return location.assign(url);
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("all");
  // A later question has been asked meanwhile.
  if (turn !== asked || !next) return;
  for (const part of [".evd", "[role=status]"]) {
    const [now, then] = [list.querySelector(part), next.querySelector(part)];
    if (now && then) now.replaceChildren(...then.childNodes);
  }
  history.replaceState(null, "", url);
  const target = focus && document.getElementById(new URL(url).hash.slice(1));
  if (target && target !== list) {
    target.querySelector("summary")?.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  }
}
if (list) {
  const form = list.querySelector("form");
  const ask = () => {
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) if (value) url.searchParams.set(name, value);
    show(url.href, false);
  };
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 250);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link?.closest(".dy,.next,.flt") || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (link.closest(".flt")) {
      for (const field of form.querySelectorAll("input[type=radio],input[type=checkbox]"))
        field.checked = field.type === "radio" && !field.value;
      for (const field of form.querySelectorAll("select,[type=search]")) field.value = "";
    }
    show(link.href, true);
  });
}

/** The picture: a slider and the pointer tell what stands where; playing it uncovers it from the left. */
const steps = document.getElementById("steps");
const bricks = document.querySelector(".bricks");
if (steps && bricks) {
  const { width, count, move, play, stop } = steps.dataset;
  const items = new Map([...steps.querySelectorAll("li")].map((li) => [Number(li.dataset.i), li]));
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const [cursor, cover] = [make("div", { className: "cursor", hidden: true }), make("div", { className: "cover", hidden: true })];
  cursor.style.inlineSize = `${width}%`;
  bricks.append(cursor, cover);
  const slider = make("input", { type: "range", min: 0, max: count - 1, value: 0, ariaLabel: move });
  const button = make("button", { type: "button", textContent: play });
  const told = make("span", {});
  const box = make("div", { className: "scrub" });
  box.append(slider, button, told);
  steps.before(box);
  const at = (i) => {
    const item = items.get(i);
    cursor.hidden = false;
    cursor.style.insetInlineStart = `${i * width}%`;
    slider.value = i;
    told.replaceChildren(...(item ? [item.querySelector("a").cloneNode(true)] : []));
    slider.ariaValueText = item ? `${item.textContent}. ${item.dataset.n}` : "0";
  };
  let timer = 0;
  const end = () => {
    clearInterval(timer);
    timer = 0;
    cover.hidden = true;
    button.textContent = play;
  };
  slider.addEventListener("input", () => {
    end();
    at(Number(slider.value));
  });
  bricks.addEventListener("pointermove", (event) => {
    const { left, right, width: all } = bricks.getBoundingClientRect();
    const x = getComputedStyle(bricks).direction === "rtl" ? right - event.clientX : event.clientX - left;
    if (!timer) at(Math.max(0, Math.min(count - 1, Math.floor(((x / all) * 100) / width))));
  });
  bricks.addEventListener("click", () => items.get(Number(slider.value))?.querySelector("a").click());
  button.addEventListener("click", () => {
    if (timer) return end();
    button.textContent = stop;
    cover.hidden = false;
    let i = -1;
    timer = setInterval(() => {
      if (++i >= count) return end();
      at(i);
      cover.style.insetInlineStart = `${(i + 1) * width}%`;
      if (items.has(i)) told.append(` ${items.get(i).dataset.n}`);
    }, 180);
  });
}
