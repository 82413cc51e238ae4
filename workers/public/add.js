/** Ctrl or Cmd with Enter sends the form from any of its fields, as editors know it; without script there is the button. */
addEventListener("keydown", (e) => {
  if (e.key !== "Enter" || !(e.ctrlKey || e.metaKey) || !e.target.form) return;
  e.preventDefault();
  e.target.form.requestSubmit();
});
