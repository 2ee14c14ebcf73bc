"use strict";
// Names what Django admin's own scripts and tables leave without a name for who cannot see them.
(() => {
  const nameOf = (select) => select.getAttribute("aria-label")
    || select.labels?.[0]?.textContent.replace(/:\s*$/, "").trim();
  const nameList = (container) => {
    const select = container.previousElementSibling;
    const name = select?.matches("select") && nameOf(select);
    if (!name) return;
    for (const box of container.querySelectorAll("[role='combobox'], [role='textbox']")) {
      box.removeAttribute("aria-labelledby");
      if (box.getAttribute("aria-label") !== name) box.setAttribute("aria-label", name);
      const list = box.getAttribute("aria-owns");
      if (list) box.setAttribute("aria-controls", list);
    }
  };
  const nameAll = () => {
    document.querySelectorAll("select + .select2-container").forEach(nameList);
    document.querySelectorAll("#searchbar:not([aria-label]), .select2-search__field:not([aria-label])")
      .forEach((box) => box.setAttribute("aria-label", "Search"));
    document.querySelectorAll(".select2-results__options:not([aria-label])")
      .forEach((list) => list.setAttribute("aria-label", "Found"));
    document.querySelectorAll("body > .select2-container:not([role])").forEach((choices) => {
      choices.setAttribute("role", "region");
      choices.setAttribute("aria-label", "Choices");
    });
    document.querySelectorAll(".inline-group thead th:last-child:empty")
      .forEach((head) => { head.textContent = "Delete"; });
  };
  new MutationObserver(nameAll).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["aria-owns"],
  });
  nameAll();
})();
