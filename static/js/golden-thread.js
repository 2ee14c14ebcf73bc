// Only what the browser does not do by itself: the error summary takes the focus, so that it is read out first.
// Every page works without this file.
const summary = document.querySelector(".error-summary");
if (summary) summary.focus();
