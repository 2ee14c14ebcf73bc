// What browsers that know `autofocus` on any element do by themselves: the error summary takes the focus, so that it is
// read out first. Every page works without this file.
addEventListener("load", () => {
  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();
});
