// While a file is sent and read, which can take a minute, the page says so, counts the seconds, and its buttons rest, so
// that nothing is sent twice. Without this file the browser's own sign of loading stays.
for (const line of document.querySelectorAll("[data-busy]")) {
  const form = line.closest("form");
  const buttons = () => form.querySelectorAll("button");
  let ticking;
  form.addEventListener("submit", () => {
    const chosen = form.querySelector("input[type=file]");
    const seconds = document.createElement("span");
    const begun = Date.now();
    // What changes every second is not read out.
    seconds.setAttribute("aria-hidden", "true");
    line.replaceChildren(line.dataset.busy.replace("{file}", chosen?.files[0]?.name ?? "the file"), " ", seconds);
    ticking = setInterval(() => {
      seconds.textContent = `${Math.round((Date.now() - begun) / 1000)} seconds so far.`;
    }, 1000);
    // Only once the browser has gathered what it sends: a button at rest is not sent.
    setTimeout(() => buttons().forEach((button) => { button.disabled = true; }));
  });
  // Somebody who comes back to the page finds it ready again.
  addEventListener("pageshow", () => {
    clearInterval(ticking);
    line.replaceChildren();
    buttons().forEach((button) => { button.disabled = false; });
  });
}
