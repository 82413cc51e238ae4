/** The page with the code of an embed: copies a snippet and says so; follows the slider of the width at once. */
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select();
      document.execCommand("copy");
    }
    document.getElementById("said").textContent = button.dataset.said;
  });
}
const width = document.getElementById("width");
width.addEventListener("input", () => {
  document.getElementById("preview").width = width.value;
  document.getElementById("px").textContent = `${width.value} px`;
});
