// Filters, keyboard and deep links. Without it the page is a plain document with everything in view.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const items = all(".item");
  const visible = () => items.filter((item) => !item.hidden);
  const help = document.getElementById("help");
  let current = null;

  for (const tool of all(".filters, .steps")) tool.hidden = false;

  // --- filters: the pressed values of a section decide which of its items are shown
  function pressed(section, name) {
    const button = section.querySelector(`[data-filter="${name}"][aria-pressed="true"]`);
    return button ? button.dataset.value : "";
  }

  function press(section, name, value) {
    for (const button of all(`[data-filter="${name}"]`, section)) {
      button.setAttribute("aria-pressed", String(button.dataset.value === value));
    }
    apply(section);
  }

  function apply(section) {
    const state = pressed(section, "state");
    const paper = pressed(section, "paper");
    const inside = all(".item", section);
    for (const item of inside) {
      item.hidden = Boolean((state && item.dataset.state !== state) || (paper && item.dataset.paper !== paper));
    }
    const shown = inside.filter((item) => !item.hidden).length;
    const said = section.querySelector(".showing");
    said.hidden = shown === inside.length;
    said.textContent = said.hidden ? "" : `Showing ${shown} of ${inside.length}. The others are hidden by the filter.`;
  }

  for (const button of all("[data-filter]")) {
    button.addEventListener("click", () => {
      const { filter, value } = button.dataset;
      const again = filter === "paper" && button.getAttribute("aria-pressed") === "true";
      press(button.closest("section"), filter, again ? "" : value);
    });
  }

  for (const tile of all("[data-show]")) {
    tile.addEventListener("click", () => {
      const [id, state] = tile.dataset.show.split(":");
      const section = document.getElementById(id);
      if (section && section.querySelector(`[data-value="${state}"]`)) press(section, "state", state);
    });
  }

  // --- one item after the other
  function visit(item, { scroll = true } = {}) {
    if (current) current.classList.remove("current");
    current = item;
    item.classList.add("current");
    item.focus({ preventScroll: true });
    if (scroll) item.scrollIntoView({ block: "start" });
    try {
      history.replaceState(null, "", `#${item.id}`);
    } catch {
      // Some viewers of local files forbid it; the item is in view all the same.
    }
  }

  function step(by) {
    const list = visible();
    if (!list.length) return;
    let at = current ? list.indexOf(current) : -1;
    if (at < 0) {
      const below = list.findIndex((item) => item.getBoundingClientRect().bottom > innerHeight / 3);
      at = by > 0 ? below - 1 : below;
      if (below < 0) at = by > 0 ? list.length - 2 : list.length;
    }
    visit(list[Math.min(Math.max(at + by, 0), list.length - 1)]);
  }

  for (const button of all("[data-step]")) button.addEventListener("click", () => step(Number(button.dataset.step)));
  for (const button of all("[data-help]")) button.addEventListener("click", () => help.showModal());

  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (event.ctrlKey || event.metaKey || event.altKey || typing || help.open) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "?") help.showModal();
    else return;
    event.preventDefault();
  });

  // --- deep links: what the address names is shown, whatever the filters say
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.matches(".item")) return;
    if (target.hidden) {
      const section = target.closest("section");
      press(section, "state", "");
      press(section, "paper", "");
    }
    visit(target);
  }

  addEventListener("hashchange", follow);
  follow();
})();
