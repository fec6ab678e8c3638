"use strict";
// Without this script all can be read and every link works; with it the problems can be filtered, a citation shows
// beside it what it means, and an entry lights the citations that point to it.
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const ids = (list) => (list || "").split(" ").filter(Boolean);
  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const say = (words) => { byId("status").textContent = words; };
  const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  // --- what a citation means, beside it
  const MOST = 4;
  const popover = byId("popover");
  let shownFor = null;
  let timer = 0;

  const explained = (row) => {
    const part = element("div", `part ${row.className}`);
    ids(row.dataset.entries).forEach((id) => part.append(byId(id).querySelector(".words").cloneNode(true)));
    part.append(...all(":scope > .why, :scope > .nearest", row).map((found) => found.cloneNode(true)));
    all(":scope > .tag", row).forEach((tag) => part.append(element("span", tag.className, tag.textContent), " "));
    part.classList.remove("row");
    all("a", part).forEach((link) => link.replaceWith(...link.childNodes));
    return part;
  };

  const place = () => {
    if (!shownFor) return;
    const at = shownFor.getClientRects()[0];
    const away = !at || at.bottom < 0 || at.top > innerHeight;
    popover.style.visibility = away ? "hidden" : "visible";
    if (away) return;
    const gap = 6, edge = 12;
    const below = at.bottom + gap + popover.offsetHeight < innerHeight - edge;
    const top = below ? at.bottom + gap : at.top - gap - popover.offsetHeight;
    const column = shownFor.closest(".prose").getBoundingClientRect();
    const right = Math.min(innerWidth - edge, Math.max(column.right, column.left + popover.offsetWidth));
    const left = Math.min(at.left, right - popover.offsetWidth);
    popover.style.top = `${Math.max(edge, top)}px`;
    popover.style.left = `${Math.max(edge, left)}px`;
  };

  const show = (citation) => {
    clearTimeout(timer);
    if (shownFor === citation) return;
    const rows = ids(citation.getAttribute("aria-describedby")).map(byId).filter(Boolean);
    popover.replaceChildren(...rows.slice(0, MOST).map(explained));
    if (rows.length > MOST) popover.append(element("p", "quiet", `and ${rows.length - MOST} more`));
    popover.append(element("p", "quiet again", "Tap again to go to the entry"));
    popover.hidden = false;
    shownFor = citation;
    place();
  };

  const hide = () => {
    clearTimeout(timer);
    popover.hidden = true;
    shownFor = null;
  };
  const later = (action, delay) => { clearTimeout(timer); timer = setTimeout(action, delay); };
  const citationAt = (event) => event.target.closest && event.target.closest("a.cite[aria-describedby]");

  let tapped = null;
  document.addEventListener("pointerdown", (event) => {
    tapped = event.pointerType === "touch" && shownFor !== citationAt(event) ? citationAt(event) : null;
    if (shownFor && event.target !== shownFor && !popover.contains(event.target) && !shownFor.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const citation = citationAt(event);
    if (citation && citation === tapped) {
      event.preventDefault();
      show(citation);
    }
  });
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const citation = citationAt(event);
    if (citation) later(() => show(citation), 90);
    else if (popover.contains(event.target)) clearTimeout(timer);
    else if (shownFor && document.activeElement !== shownFor) later(hide, 160);
    else if (!shownFor) clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const citation = citationAt(event);
    if (citation) show(citation);
    else if (shownFor && !popover.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (shownFor) hide();
    else light(null);
  });
  addEventListener("scroll", place, { passive: true, capture: true });
  addEventListener("resize", place);

  // --- which citations point here
  const light = (entry) => {
    all(".lit").forEach((lit) => lit.classList.remove("lit"));
    if (!entry) return;
    entry.classList.add("lit");
    const citations = all(".row > .place", entry).map((link) => byId(link.hash.slice(1)).closest(".cite"));
    citations.forEach((citation) => citation.classList.add("lit"));
    const name = entry.querySelector(".citations").dataset.name;
    say(`${counted(citations.length, "citation points", "citations point")} to ${name}; highlighted in the text`);
    if (matchMedia("(min-width: 62rem)").matches) citations[0].scrollIntoView({ block: "center" });
  };
  document.addEventListener("click", (event) => {
    const entry = event.target.closest(".entry");
    if (!entry || event.target.closest("a") || event.target.closest(".row")) return;
    const cited = entry.querySelector(".citations");
    if (!cited) { light(null); return; }
    const summary = event.target.closest("summary");
    if (!summary && getSelection().toString()) return;
    const opens = !cited.open;
    if (!summary) cited.open = opens;
    light(opens ? entry : null);
  });

  // --- the problems, filtered
  all("form.filter").forEach((form) => {
    const rows = all(".problem", form.parentElement);
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const filter = () => {
      const severities = new Set(all("[name=severity]:checked", form).map((box) => box.value));
      const rule = form.elements.rule.value;
      const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
      let number = 0;
      rows.forEach((row, at) => {
        const wanted = severities.has(row.dataset.severity) && (!rule || row.dataset.rule === rule)
          && words.every((word) => texts[at].includes(word));
        row.hidden = !wanted;
        number += wanted;
      });
      const total = counted(rows.length, "problem", "problems");
      form.querySelector("output").textContent = number === rows.length ? `${total}` : `${number} of ${total} shown`;
    };
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    filter();
    // A link to a problem that is filtered away shows it.
    addEventListener("hashchange", () => {
      const target = byId(decodeURIComponent(location.hash.slice(1)));
      if (target && rows.includes(target) && target.hidden) {
        form.reset();
        filter();
        target.scrollIntoView();
      }
    });
  });

  // --- on paper everything is open
  let closed = [];
  addEventListener("beforeprint", () => {
    hide();
    closed = all("details:not([open])");
    closed.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((one) => { one.open = false; }));
})();
