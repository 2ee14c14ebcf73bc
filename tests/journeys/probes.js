// What a page is asked beside axe. Each probe answers with a sentence for each thing that is wrong.
() => {
  const seen = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0;
  const all = (what, inside = document) => [...inside.querySelectorAll(what)];
  const wordsOf = (it) => it.textContent.trim().replace(/\s+/g, " ");
  const name = (it) =>
    `<${it.tagName.toLowerCase()}> “${(it.getAttribute("aria-label") || wordsOf(it) || it.name || "").slice(0, 60)}”`;
  const twice = (list) => [...new Set(list.filter((each, place) => list.indexOf(each) !== place))];
  const isPost = (form) => form.method === "post";

  const probes = {
    *"fits the width"() {
      const wide = document.documentElement.scrollWidth;
      if (wide > innerWidth) yield `the page is ${wide} pixels wide on a screen of ${innerWidth}`;
      const blocks = ["h1", "h2", "h3", "p", "li", "dt", "dd", "th", "td", "label", "button", ".tag"];
      for (const it of all(blocks.map((each) => `main ${each}`).join())) {
        if (!seen(it) || it.closest(".scroller, .hidden-word")) continue;
        const box = it.getBoundingClientRect();
        if (box.width > 1 && (box.left < -1 || box.right > innerWidth + 1)) yield `${name(it)} reaches out of the screen`;
      }
    },

    *structure() {
      const ones = all("h1").filter(seen);
      if (ones.length !== 1) yield `${ones.length} headings of the first level`;
      let before = 0;
      for (const it of all("h1, h2, h3, h4, h5, h6").filter((it) => seen(it) && !it.closest(".error-summary"))) {
        const level = Number(it.tagName[1]);
        if (level > before + 1) yield `${name(it)} follows a heading of level ${before}`;
        before = level;
      }
      if (all("main").length !== 1) yield "not exactly one main";
      for (const it of all("nav:not([aria-label], [aria-labelledby])")) yield `${name(it)} has no label`;
      const first = document.querySelector("a[href], button, input:not([type=hidden]), select, summary");
      if (!first?.matches(".skip-link")) yield "the first link does not skip to the content";
      if (document.documentElement.lang !== "en-GB") yield "the language is not en-GB";
      for (const id of twice(all("[id]").map((it) => it.id))) yield `two elements have the id ${id}`;
    },

    *tables() {
      for (const table of all("table")) {
        const what = table.caption ? wordsOf(table.caption) : "";
        if (!what) yield "a table has no caption";
        for (const head of all("th", table)) {
          if (!head.scope) yield `${what}: ${name(head)} has no scope`;
          if (!wordsOf(head)) yield `${what}: an empty heading`;
        }
        const widths = new Set([...table.rows].map((row) => [...row.cells].reduce((sum, it) => sum + it.colSpan, 0)));
        if (widths.size > 1) yield `${what}: rows of ${[...widths].join(" and ")} cells`;
        for (const cell of all("td", table)) {
          if (!wordsOf(cell) && !cell.querySelector("input, select, textarea, svg")) yield `${what}: a cell without a word`;
        }
      }
    },

    *drawings() {
      for (const it of all("svg:not([aria-hidden=true])")) {
        if (it.getAttribute("role") !== "img") yield "a drawing without role=img";
        const title = it.querySelector(":scope > title");
        if (!it.getAttribute("aria-label") && !(title && wordsOf(title))) yield "a drawing without a name";
      }
      for (const it of all("img")) {
        if (!it.hasAttribute("alt") || /\.(svg|png|jpe?g)$/i.test(it.alt)) yield `${it.src} has no alternative in words`;
      }
    },

    *ratings() {
      for (const it of all(".tag")) if (!wordsOf(it) || !it.querySelector("svg")) yield `${it.className} lacks word or shape`;
    },

    *targets() {
      for (const it of all("a[href], button, input:not([type=hidden]), select, textarea, summary").filter(seen)) {
        if (it.closest(".hidden-word") || it.matches(".skip-link")) continue;
        const isInSentence = it.matches("a") && getComputedStyle(it).display === "inline";
        const { width, height } = it.getBoundingClientRect();
        if (!isInSentence && (width < 23.5 || height < 23.5)) yield `${name(it)} is ${width} by ${height} pixels`;
      }
    },

    *forms() {
      for (const it of all("input:not([type=hidden]), select, textarea")) {
        if (!it.labels?.length && !it.getAttribute("aria-label")) yield `${it.name} has no label`;
        if (it.placeholder) yield `${it.name} has a placeholder for a label`;
        for (const id of it.getAttribute("aria-describedby")?.split(" ") ?? []) {
          if (!document.getElementById(id)) yield `${it.name} is described by ${id}, which is not there`;
        }
      }
      for (const form of all("form").filter(isPost)) {
        if (!form.querySelector("[name=csrfmiddlewaretoken]")) yield "a form without its token";
        if (!form.noValidate && form.querySelector("input:not([type=hidden])")) yield "a form that lets the browser refuse";
      }
      for (const it of all("button:not([type])")) yield `${name(it)} has no type`;
    },

    *links() {
      const places = new Map();
      for (const it of all("a[href]")) {
        const words = wordsOf(it) || it.getAttribute("aria-label") || it.querySelector("img")?.alt || "";
        if (/^(|click here|here|more|link)$/i.test(words)) yield `the link to ${it.href} says “${words}”`;
        if (it.target) yield `${name(it)} opens another window`;
        if (places.has(words) && places.get(words) !== it.href) yield `“${words}” leads to two places`;
        places.set(words, it.href);
      }
    },

    *looks() {
      for (const it of all("[style]")) yield `${name(it)} has a style of its own`;
      for (const it of all("main *").filter(seen)) {
        const hasWords = [...it.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
        const size = parseFloat(getComputedStyle(it).fontSize);
        if (hasWords && !it.closest("svg") && size < 12) yield `${name(it)} has words of ${size} pixels`;
      }
    },
  };
  return Object.entries(probes).flatMap(([probe, ask]) => [...new Set(ask())].map((said) => `${probe}: ${said}`));
}
