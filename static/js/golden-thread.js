// The error summary takes the focus, so that it is read out first. Browsers that know `autofocus` on any element have
// done so before the next frame; the others are helped here, but not once somebody has moved on to a field. Every page
// works without this file.
addEventListener("load", () => {
  const summary = document.querySelector(".error-summary");
  if (!summary) return;
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) summary.focus();
  });
});
