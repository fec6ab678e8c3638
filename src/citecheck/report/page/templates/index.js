"use strict";
// The table of files: sorted, filtered and shown a page at a time, so that fifty thousand rows are no burden.
(() => {
  const PATH = 0, STATE = 1, FORMAT = 2, CITATIONS = 3, ENTRIES = 4, ERRORS = 5, WARNINGS = 6, STYLE = 7, HINTS = 8;
  const RULES = 9, PAGE = 10, REASON = 11;
  const AT_ONCE = 100, FOLDERS = 15, WIDEST = 300;
  const byId = (id) => document.getElementById(id);
  const rows = JSON.parse(byId("rows").textContent);
  const rules = JSON.parse(byId("rules").textContent);
  const form = document.querySelector(".filter");
  const body = document.querySelector(".rows tbody");
  const number = new Intl.NumberFormat("en");
  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // --- folders: the one that is looked into, and what each folder in it comes to
  const folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);
  const shared = rows.reduce((prefix, row) => {
    let left = prefix;
    while (left && !row[PATH].startsWith(left)) left = folderOf(left.slice(0, -1));
    return left;
  }, rows.length ? folderOf(rows[0][PATH]) : "");
  let folder = shared;

  const drawn = (errors, warnings, most) => {
    const cell = element("td", "drawn");
    const draw = (name, attributes) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", name);
      Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
      return made;
    };
    const svg = draw("svg", { viewBox: `0 0 ${WIDEST} 12`, preserveAspectRatio: "none", "aria-hidden": "true" });
    const [bad, some] = [errors, warnings].map((one) => (one / most) * WIDEST);
    svg.append(draw("rect", { class: "bad", width: bad, height: 12 }), draw("rect", { class: "ink", x: bad, width: some, height: 12 }));
    cell.append(svg);
    return cell;
  };

  const drawFolders = () => {
    const groups = new Map();
    for (const row of rows) {
      if (!row[PATH].startsWith(folder)) continue;
      const end = row[PATH].indexOf("/", folder.length);
      const name = end < 0 ? "" : row[PATH].slice(0, end + 1);
      const group = groups.get(name) || [0, 0, 0];
      group[0] += 1;
      group[1] += row[ERRORS];
      group[2] += row[WARNINGS];
      groups.set(name, group);
    }
    const ordered = [...groups].sort(([a, x], [b, y]) => y[1] + y[2] - x[1] - x[2] || y[0] - x[0] || (a < b ? -1 : 1));
    const most = Math.max(1, ...ordered.map(([, group]) => group[1] + group[2]));
    const section = byId("folders");
    section.querySelector("tbody").replaceChildren(...ordered.slice(0, FOLDERS).map(([name, [files, errors, warnings]]) => {
      const line = element("tr");
      const head = element("th");
      head.scope = "row";
      if (name) {
        const button = element("button", "", name.slice(folder.length, -1));
        button.type = "button";
        button.addEventListener("click", () => enter(name));
        head.append(button);
      } else head.textContent = "files in this folder";
      line.append(head, ...[files, errors, warnings].map((one) => element("td", "number", number.format(one))), drawn(errors, warnings, most));
      return line;
    }));
    const left = ordered.length - FOLDERS;
    section.querySelector(".more").textContent = left > 0 ? `and ${number.format(left)} more folders, none with more problems` : "";
    const crumbs = section.querySelector(".crumbs");
    const steps = folder.slice(shared.length).split("/").filter(Boolean);
    const links = [shared, ...steps.map((_, at) => shared + steps.slice(0, at + 1).join("/") + "/")].map((path, at, all) => {
      const words = at ? steps[at - 1] : shared || "all folders";
      if (at === all.length - 1) return element("span", "", words);
      const button = element("button", "", words);
      button.type = "button";
      button.addEventListener("click", () => enter(path));
      return button;
    });
    crumbs.replaceChildren(...links.flatMap((one, at) => (at ? [" › ", one] : [one])));
    section.hidden = false;
  };
  const enter = (path) => {
    folder = path;
    drawFolders();
    choose();
  };

  // --- the table
  let chosen = [];
  let column = ERRORS, down = true;
  let page = 0;

  const STATES = {
    all: () => true,
    errors: (row) => row[ERRORS] > 0,
    problems: (row) => row[ERRORS] + row[WARNINGS] + row[STYLE] + row[HINTS] > 0,
    clean: (row) => !row[STATE] && row[ERRORS] + row[WARNINGS] + row[STYLE] + row[HINTS] === 0,
    unread: (row) => row[STATE] !== "",
  };
  const names = (row, rule) => {
    for (let at = 0; at < row[RULES].length; at += 2) if (row[RULES][at] === rule) return true;
    return false;
  };

  const choose = () => {
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = STATES[form.elements.state.value];
    const rule = form.elements.rule.value === "" ? -1 : rules.indexOf(form.elements.rule.value);
    chosen = rows.filter((row) => row[PATH].startsWith(folder) && wanted(row) && (rule < 0 || names(row, rule))
      && (!words.length || words.every((word) => row[PATH].toLowerCase().includes(word))));
    document.querySelectorAll(".choose").forEach((one) => {
      one.setAttribute("aria-pressed", String(one.dataset.rule === form.elements.rule.value));
    });
    const total = `${number.format(rows.length)} ${rows.length === 1 ? "file" : "files"}`;
    form.querySelector("output").textContent = chosen.length === rows.length ? total : `${number.format(chosen.length)} of ${total}`;
    sort();
  };

  const sort = () => {
    const sign = down ? -1 : 1;
    const by = (row) => row[column];
    chosen.sort((a, b) => (by(a) < by(b) ? -sign : by(a) > by(b) ? sign : a[PATH] < b[PATH] ? -1 : 1));
    document.querySelectorAll(".rows thead th").forEach((head) => {
      const sorted = Number(head.firstElementChild.dataset.column) === column;
      if (sorted) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    page = 0;
    draw();
  };

  const line = (row) => {
    const made = element("tr");
    const head = element("th");
    head.scope = "row";
    const words = row[PATH].slice(shared.length);
    if (row[PAGE]) {
      const link = element("a", "", words);
      link.href = row[PAGE];
      head.append(link);
    } else head.append(element("span", "", words));
    if (row[STATE]) head.append(element("span", "reason", row[REASON] ? `${row[STATE]}: ${row[REASON]}` : row[STATE]));
    made.append(head, element("td", "", row[FORMAT]));
    [CITATIONS, ENTRIES, ERRORS, WARNINGS, STYLE].forEach((at) => {
      const kind = !row[at] ? " zero" : at === ERRORS ? " errors" : "";
      made.append(element("td", `number${kind}`, number.format(row[at])));
    });
    return made;
  };

  const draw = () => {
    const last = Math.max(0, Math.ceil(chosen.length / AT_ONCE) - 1);
    page = Math.min(Math.max(0, page), last);
    const from = page * AT_ONCE, to = Math.min(chosen.length, from + AT_ONCE);
    body.replaceChildren(...chosen.slice(from, to).map(line));
    const pages = document.querySelector(".pages");
    pages.hidden = last === 0;
    pages.querySelector("span").textContent = `${number.format(from + 1)}–${number.format(to)} of ${number.format(chosen.length)}`;
    pages.querySelectorAll("button").forEach((button) => {
      button.disabled = ["first", "back"].includes(button.value) ? page === 0 : page === last;
    });
  };

  document.querySelector(".rows thead").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const asked = Number(button.dataset.column);
    down = asked === column ? !down : asked >= CITATIONS;
    column = asked;
    sort();
  });
  document.querySelector(".pages").addEventListener("click", (event) => {
    const step = { first: -Infinity, back: -1, on: 1, last: Infinity }[event.target.value];
    if (step === undefined) return;
    page = step === Infinity ? chosen.length : step === -Infinity ? 0 : page + step;
    draw();
    if (event.target.disabled) byId("files").focus({ preventScroll: true });
  });
  document.querySelectorAll(".choose").forEach((button) => {
    button.disabled = false;
    button.addEventListener("click", () => {
      form.elements.rule.value = form.elements.rule.value === button.dataset.rule ? "" : button.dataset.rule;
      choose();
      byId("table").scrollIntoView();
    });
  });
  form.addEventListener("input", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("table").hidden = false;
  drawFolders();
  choose();
})();
