/** Letters decide only while the card or what was done last, or something in it, has the focus (WCAG 2.1.4), and never in a field that is written in. */
addEventListener("keydown", (e) => {
  if (!e.target.closest("#card, .undo") || e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) || !/^[amrsu]$/i.test(e.key)) return;
  const button = document.querySelector(`button[data-key=${e.key.toLowerCase()}]`);
  if (!button) return;
  e.preventDefault();
  button.click();
});
