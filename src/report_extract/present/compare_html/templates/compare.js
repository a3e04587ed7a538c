// Finding metrics, and opening what an address names. Without it everything is there, folded as it was.
"use strict";
(() => {
  const section = document.getElementById("metrics");
  if (section) {
    const tools = section.querySelector(".filters");
    const said = section.querySelector(".showing");
    const field = section.querySelector("#find");
    const rows = [...section.querySelectorAll(".metrics tbody tr")];
    const folds = [...section.querySelectorAll(".fold")];
    tools.hidden = false;

    const apply = () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      const button = section.querySelector('[data-state][aria-pressed="true"]');
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        const fits = words.every((word) => text.includes(word)) && (!button || row.dataset.state === button.dataset.state);
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      const filtered = shown < rows.length;
      if (words.length) for (const fold of folds) fold.open = [...fold.querySelectorAll("tbody tr")].some((row) => !row.hidden);
      said.hidden = !filtered;
      said.textContent = filtered ? `Showing ${shown} of ${rows.length} metrics.` : "";
    };

    field.addEventListener("input", apply);
    for (const button of section.querySelectorAll("button[data-state]")) {
      button.addEventListener("click", () => {
        const on = button.getAttribute("aria-pressed") !== "true";
        for (const other of section.querySelectorAll("button[data-state]")) other.setAttribute("aria-pressed", "false");
        button.setAttribute("aria-pressed", String(on));
        apply();
      });
    }
  }

  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  };
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details.fold")) fold.open = true;
  });
  follow();
})();
