// The error summary takes the focus, so that it is read out first. Browsers that know `autofocus` on any element have
// done so before the next frame; the others are helped here. Every page works without this file.
addEventListener("load", () => {
  const summary = document.querySelector(".error-summary");
  if (summary) requestAnimationFrame(() => summary.focus());
});
