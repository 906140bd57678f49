"use strict";
// Filters and keys of a report. It reads what the document says and adds no text of a page to it, but by textContent.
(() => {
  const form = document.getElementById("filters");
  const list = document.getElementById("lines");
  const lines = [...list.children];
  const handle = (line) => line.querySelector("button");
  const boxes = [...form.querySelectorAll("[name=stage]")];

  function passes(line, stages, plugin, rule) {
    const { stage, plugin: by, rule: name } = line.dataset;
    return stages.has(stage) && (!plugin || plugin === by) && (!rule || rule === name);
  }

  function filter() {
    const stages = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const { plugin, rule } = { plugin: form.elements.plugin.value, rule: form.elements.rule.value };
    for (const line of lines) line.hidden = !passes(line, stages, plugin, rule);
    const shown = lines.filter((line) => !line.hidden);
    document.getElementById("shown").textContent = `${shown.length} of ${lines.length} lines shown`;
    const reached = shown.filter((line) => handle(line).tabIndex === 0);
    if (reached.length !== 1) rove(reached[0] ?? shown[0]);
    remember(plugin, rule);
  }

  // The filters stand in the address, so that they outlast a reload and can be sent to somebody.
  function remember(plugin, rule) {
    const told = new URLSearchParams();
    for (const box of boxes) if (!box.checked) told.append("without", box.value);
    if (plugin) told.set("plugin", plugin);
    if (rule) told.set("rule", rule);
    const hash = told.size ? `#${told}` : "";
    if (hash !== location.hash) history.replaceState(null, "", hash || location.pathname + location.search);
  }

  function recall() {
    const told = new URLSearchParams(location.hash.slice(1));
    for (const box of boxes) box.checked = !told.getAll("without").includes(box.value);
    for (const name of ["plugin", "rule"]) {
      const choice = form.elements[name], wanted = told.get(name) ?? "";
      choice.value = [...choice.options].some((option) => option.value === wanted) ? wanted : "";
    }
    filter();
  }

  // One line is in the order of Tab; the keys below lead to the others.
  function rove(line) {
    for (const other of lines) handle(other).tabIndex = other === line ? 0 : -1;
  }

  function go(step) {
    const shown = lines.filter((line) => !line.hidden);
    const here = shown.indexOf(document.activeElement.closest(".line"));
    const roving = shown.findIndex((line) => handle(line).tabIndex === 0);
    const next = shown[here < 0 ? Math.max(roving, 0) : Math.min(Math.max(here + step, 0), shown.length - 1)];
    if (!next) return;
    document.body.classList.remove("dismissed");
    handle(next).focus();
  }

  function toggle(line, open = !line.classList.contains("open")) {
    line.classList.toggle("open", open);
    handle(line).setAttribute("aria-expanded", open);
  }

  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("select, input")) return;
    const line = event.target.closest(".line");
    const steps = { j: 1, k: -1, ...(line ? { ArrowDown: 1, ArrowUp: -1, Home: -lines.length, End: lines.length } : {}) };
    if (event.key in steps) {
      event.preventDefault();
      go(steps[event.key]);
    } else if (event.key === "Escape") {
      if (line) toggle(line, false);
      document.body.classList.add("dismissed");
    }
  }

  function click(event) {
    const line = event.target.closest(".line");
    if (!line || event.target.closest(".why") || !getSelection().isCollapsed) return;
    toggle(line);
    rove(line);
  }

  document.addEventListener("keydown", press);
  document.addEventListener("pointermove", () => document.body.classList.remove("dismissed"));
  list.addEventListener("click", click);
  list.addEventListener("focusin", (event) => rove(event.target.closest(".line")));
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  addEventListener("hashchange", recall);
  form.hidden = false;
  recall();
})();
