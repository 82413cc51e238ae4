/** The docs page: a search that hides what does not have the words, and buttons that copy a command. */
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  // A list of buttons or folds names each by the part of the page that it stands in.
  const part = button.closest("section").querySelector("h2, h3").textContent;
  const say = (word) => {
    button.textContent = word;
    button.setAttribute("aria-label", `${word}: ${part}`);
  };
  say("Copy");
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.textContent);
      say("Copied");
    } catch {
      getSelection().selectAllChildren(field);
      say("Selected");
    }
    setTimeout(() => say("Copy"), 2000);
  });
}
for (const fold of document.querySelectorAll(".operation summary"))
  fold.setAttribute("aria-label", `${fold.textContent}: ${fold.closest("section").querySelector("h3").textContent}`);
const find = document.getElementById("find");
const parts = [...document.querySelectorAll(".chapter, .operation")].map((element) => ({
  element,
  text: element.textContent.toLowerCase(),
}));
const groups = [...document.querySelectorAll(".group")];
find.hidden = false;
document.getElementById("find-label").hidden = false;
find.addEventListener("input", () => {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { element, text } of parts) {
    element.hidden = !words.every((word) => text.includes(word));
    if (!element.hidden) count++;
  }
  for (const group of groups) group.hidden = !group.querySelector(".operation:not([hidden])");
  document.querySelector(".contents").hidden = words.length > 0;
  document.getElementById("found").textContent = words.length ? `${count} found` : "";
});
