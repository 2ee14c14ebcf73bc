// The entry grid, made quicker: each row saves itself when it is left, Enter goes down, a pasted column fills down.
// Without this script the same form saves with the button at its foot.
(() => {
  const form = document.querySelector("form[data-grid]");
  if (!form) return;
  const LONGEST_SAVE_MS = 20000;
  const MOST_KEPT_ALIVE = 60000;  // Browsers carry on with about 64 KiB when the page is left.
  const SIGNED_OUT = "Not saved yet: you were signed out. Press Save and sign in: what you typed comes back";
  const lines = [...form.querySelectorAll("tbody tr")];
  const rows = lines.filter((line) => line.matches("[data-row]"));
  const chains = new WeakMap();
  let saving = 0;
  let leaving = false;
  form.querySelector("[data-script]")?.removeAttribute("hidden");
  const box = (row, name) => row.querySelector(`[name$="-${name}"]:not([name^="initial-"])`);

  const changed = (row) =>
    [...row.querySelectorAll('[name^="initial-"]')].some((initial) => {
      const now = form.elements[initial.name.replace("initial-", "")];
      return now && now.value !== initial.value;
    });

  const settle = (row, sent) => {
    for (const initial of row.querySelectorAll('[name^="initial-"]')) {
      initial.value = sent.get(initial.name.replace("initial-", "")) ?? "";
    }
  };

  // What describes a field: its hint, and the sentence about what is wrong with it.
  const describe = (field, ...ids) => {
    const there = [`${field.id}_helptext`, ...ids].filter((id) => document.getElementById(id));
    if (there.length) field.setAttribute("aria-describedby", there.join(" "));
    else field.removeAttribute("aria-describedby");
  };

  const showErrors = (row, errors) => {
    for (const list of row.querySelectorAll(".errorlist")) list.remove();
    for (const field of row.querySelectorAll("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      describe(field);
    }
    for (const [name, html] of Object.entries(errors)) {
      const field = box(row, name) || box(row, "as_written");
      field.setAttribute("aria-invalid", "true");
      field.insertAdjacentHTML("afterend", html);
      describe(field, field.nextElementSibling.id);
      field.closest("details")?.setAttribute("open", "");
    }
  };

  const mark = (row, kind, words) => {
    const said = document.createElement("span");
    said.className = `mark mark-${kind}`;
    said.textContent = words;
    row.querySelector("[data-mark]").replaceChildren(said);
  };

  const save = async (row) => {
    if (!changed(row)) return;
    const sent = new URLSearchParams(new FormData(form));
    mark(row, "waiting", "saving");
    try {
      const limit = AbortSignal.timeout(LONGEST_SAVE_MS);
      const keepalive = sent.toString().length < MOST_KEPT_ALIVE;
      const answer = await fetch(row.dataset.row, { method: "POST", body: sent, signal: limit, keepalive });
      if (answer.status === 403 || answer.redirected) return mark(row, "error", SIGNED_OUT);
      if (!answer.ok) throw new Error(String(answer.status));
      const kept = await answer.json();
      box(row, "version").value = kept.version;
      if (kept.saved) settle(row, sent);
      row.querySelector("[data-rating]").innerHTML = kept.rating;
      row.querySelector("[data-notice]").innerHTML = kept.notice;
      row.querySelector("[data-mark]").innerHTML = kept.mark;
      row.querySelector("[data-conflict]").innerHTML = kept.conflict;
      showErrors(row, kept.errors);
    } catch {
      mark(row, "error", "Not saved yet: press Save at the foot");
    }
  };

  // One save of a row at a time, so that each starts from the version the last one left.
  const queue = (row) => {
    saving += 1;
    const done = (chains.get(row) || Promise.resolve()).then(() => save(row)).finally(() => { saving -= 1; });
    chains.set(row, done);
    return done;
  };

  for (const row of rows) {
    row.addEventListener("change", (event) => {
      const { name, value } = event.target;
      // A value carried forward asks at once when it was measured.
      if (name.endsWith("-value_status") && value === "carried_forward") row.querySelector(".carried").open = true;
      queue(row);
    });
  }

  // The button at the foot waits for rows that are saving themselves: both at once would look like two people.
  form.addEventListener("submit", (event) => {
    leaving = !saving;
    if (leaving) return;
    event.preventDefault();
    Promise.all(rows.map((row) => chains.get(row))).then(() => form.requestSubmit(event.submitter));
  });

  // Back after a lost connection: what could not be saved tries again. Until then, leaving the page is asked about.
  addEventListener("online", () => { for (const row of rows) queue(row); });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("beforeunload", (event) => {
    if (!leaving && !saving && rows.some(changed)) event.preventDefault();
  });
  form.addEventListener("click", (event) => {
    if (event.target.closest("[data-conflict] a")) leaving = true;
  });

  const goDown = (field, step) => {
    const row = field.closest("tr[data-row]");
    const name = field.name.slice(field.name.indexOf("-") + 1);
    let place = rows.indexOf(row) + step;
    while (rows[place] && box(rows[place], name)?.disabled) place += step;  // Computed: nothing is typed there.
    const next = rows[place];
    if (!next) return false;
    const same = box(next, name);
    const there = same?.checkVisibility() ? same : box(next, "as_written");
    there.focus();
    there.select();  // What is typed next takes the place of what is there, as in a sheet.
    return true;
  };

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || !event.target.closest("tr[data-row]")) return;
    event.preventDefault();
    if (!goDown(event.target, event.shiftKey ? -1 : 1)) event.target.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // What a sheet copies: cells parted by tabs, in quotes where one holds a line break.
  const cells = (text) => {
    const table = [[]];
    const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g;
    for (const [, quoted, plain, end] of text.replace(/\r\n?/g, "\n").replace(/\n$/, "").matchAll(cell)) {
      table.at(-1).push((quoted?.replaceAll('""', '"') ?? plain).trim());
      if (!end) break;
      if (end === "\n") table.push([]);
    }
    return table;
  };

  const statusOf = (words) =>
    [...box(rows[0], "value_status").options].find((each) => each.text.toLowerCase() === words.toLowerCase());

  // The columns of a paste are those of the grid: value, how sure it is, comment, year-end forecast. Of two, the second
  // is a comment unless one of its words is a value status.
  const columnsOf = (table) => {
    const width = Math.max(...table.map((line) => line.length));
    const has_status = width > 2 || table.some((line) => line[1] && statusOf(line[1]));
    return has_status ? ["as_written", "value_status", "comment", "forecast_as_written"] : ["as_written", "comment"];
  };

  // Puts one pasted line into a row, a blank cell leaving what is there; says what found no place.
  const fill = (row, line, columns) =>
    line.flatMap((words, place) => {
      if (!words) return [];
      const name = columns[place];
      // A fourth column without a figure is no forecast: sheets end in all sorts of notes.
      if (!name || (name === "forecast_as_written" && !/\d/.test(words))) return [`“${words}” (no column takes it)`];
      const status = name === "value_status" && statusOf(words);
      if (name === "value_status" && !status) return [`“${words}” (no value status is called so)`];
      if (!box(row, name)) return [`“${words}” (no year-end forecast is asked for there)`];
      if (box(row, name).disabled) return [`“${words}” (${row.querySelector("th a").textContent} is computed)`];
      box(row, name).value = status ? status.value : words;
      return [];
    });

  const said = (words) => {
    const told = document.createElement("p");
    told.className = "callout callout-warning";
    told.textContent = words;
    document.querySelector("[data-said]").replaceChildren(told);
  };

  // A pasted block goes line by line down the table as a sheet would have it; a line beside a row that was handed in,
  // or below the last one, finds no box.
  form.addEventListener("paste", (event) => {
    const table = cells(event.clipboardData?.getData("text/plain") || "");
    if (!event.target.name?.endsWith("-as_written") || (table.length < 2 && table[0].length < 2)) return;
    event.preventDefault();
    const columns = columnsOf(table);
    const start = lines.indexOf(event.target.closest("tr[data-row]"));
    const left = table.flatMap((line, place) => {
      const row = lines[start + place];
      const words = line.filter(Boolean).join(", ");
      if (!words) return [];
      if (!row) return [`“${words}” (below the last row)`];
      if (!rows.includes(row)) return [`“${words}” (${row.querySelector("th a").textContent} is not open to change)`];
      const unplaced = fill(row, line, columns);
      row.querySelector(".carried").open ||= box(row, "value_status").value === "carried_forward";
      queue(row);
      return unplaced;
    });
    said(left.length ? `Pasted, but no place was found for: ${left.join("; ").slice(0, 600)}` : "Pasted into the rows below.");
  });
})();
