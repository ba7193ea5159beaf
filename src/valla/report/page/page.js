// Shows, hides and moves what the page already holds. It makes no markup, asks nothing and stores nothing.
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const pane = one("#pane"), cards = all(".card"), filters = one("#filters"), help = one("#help");
  const findings = all(".finding.new"), count = one("#count"), theme = one("#theme");
  const marked = new Map(), carded = new Map(cards.map((card) => [card.dataset.q, card]));
  for (const mark of all("#essay [data-q], svg [data-q]")) {
    if (!marked.has(mark.dataset.q)) marked.set(mark.dataset.q, []);
    marked.get(mark.dataset.q).push(mark);
  }
  let card = null, finding = null;

  document.documentElement.classList.add("js");
  for (const part of all(".tools, .walk, #filters")) part.hidden = false;

  // choosing
  const paint = (key, on) => {
    for (const mark of marked.get(key) || []) {
      if (!mark.dataset.f || !on || (finding && finding.id === `f-${mark.dataset.f}`)) mark.classList.toggle("here", on);
    }
  };
  const tell = () => {
    const shown = findings.filter(seen), at = shown.indexOf(finding);
    const quotations = cards.filter((other) => !other.classList.contains("off")).length;
    const where = at < 0 ? "" : `Finding ${at + 1} of ${shown.length}. `;
    const rest = `${shown.length} of ${findings.length} findings, ${quotations} of ${cards.length} cards shown`;
    count.textContent = where || rest;
  };
  const seen = (other) => !other.hidden && !other.closest(".card").classList.contains("off");
  const choose = (next, part = null) => {
    if (card) { card.classList.remove("here"); paint(card.dataset.q, false); }
    if (finding) finding.classList.remove("here");
    card = next; finding = part;
    if (!card) return;
    card.classList.add("here"); paint(card.dataset.q, true);
    if (finding) finding.classList.add("here");
    pane.classList.add("open");
    tell();
  };
  const show = (next, part = null, focus = true) => {
    choose(next, part);
    const mark = (marked.get(next.dataset.q) || []).find((other) => one("#essay").contains(other));
    if (focus) (part || next).focus({ preventScroll: true });
    if (!pane.classList.contains("every")) pane.scrollTop = 0;
    else next.scrollIntoView({ block: "nearest" });
    if (mark) reveal(mark);
    try { history.replaceState(null, "", `#${(part || next).id}`); } catch { /* some browsers forbid it for files */ }
  };
  const reveal = (mark) => {
    const box = mark.getBoundingClientRect(), sheet = innerWidth < 992 ? innerHeight * 0.6 : 0;
    if (box.top < 60 || box.bottom > innerHeight - sheet - 40) {
      const far = Math.abs(box.top) > 3 * innerHeight;
      scrollTo({ top: scrollY + box.top - (innerHeight - sheet) / 3, behavior: far ? "instant" : "auto" });
    }
  };
  const follow = (hash) => {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target) return false;
    const next = target.closest(".card") || carded.get(target.dataset.q);
    if (next) show(next, target.classList.contains("finding") ? target : null, false);
    return Boolean(next);
  };

  // walking
  const shows = (other) => (other.matches(".card") ? !other.classList.contains("off") : seen(other));
  const step = (list, current, by) => {
    const shown = list.filter(shows);
    if (!shown.length) return null;
    const at = shown.indexOf(current);
    if (at >= 0) return shown[(at + by + shown.length) % shown.length];
    const order = card ? cards.indexOf(card) : -1;
    const place = (other) => cards.indexOf(other.closest(".card"));
    const after = shown.find((other) => place(other) > order) || shown[0];
    const before = shown.filter((other) => place(other) < order).pop() || shown[shown.length - 1];
    return by > 0 ? after : before;
  };
  const walkFindings = (by) => { const next = step(findings, finding, by); if (next) show(next.closest(".card"), next); else tell(); };
  const walkErrors = () => {
    const next = step(findings.filter((row) => row.dataset.severity === "error"), finding, 1);
    if (next) show(next.closest(".card"), next); else tell();
  };
  const walkCards = (by) => { const next = step(cards, card, by); if (next) show(next); else tell(); };
  const toText = () => {
    const mark = card && (marked.get(card.dataset.q) || []).find((other) => other.matches("a.tag, a.flag"));
    if (mark) { mark.focus({ preventScroll: true }); reveal(mark); }
  };

  // filtering
  const chosen = (name) => new Set(all(`input[name="${name}"]:checked`).map((box) => box.value));
  const filter = () => {
    const severities = chosen("severity"), verdicts = chosen("verdict"), rules = chosen("rule");
    const only = one('input[name="only"]').checked;
    for (const other of findings) {
      other.hidden = !severities.has(other.dataset.severity) || !rules.has(other.dataset.rule);
    }
    for (const other of cards) {
      const held = all(".finding.new", other), kept = held.some((row) => !row.hidden);
      const fits = other.dataset.verdict === "none" || verdicts.has(other.dataset.verdict);
      const off = !fits || (held.length ? !kept : only);
      other.classList.toggle("off", off);
      for (const mark of marked.get(other.dataset.q) || []) mark.classList.toggle("off", off);
    }
    if (!card || card.classList.contains("off")) {
      const next = step(findings, finding, 1) || step(cards, card, 1);
      choose(next && next.closest(".card"), next && next.matches(".finding") ? next : null);
    } else if (finding && !seen(finding)) choose(card);
    tell();
  };

  // buttons, keys, pointer
  const themes = ["as the system", "light", "dark"];
  const turn = () => {
    const next = (themes.findIndex((name) => theme.textContent.endsWith(name)) + 1) % themes.length;
    document.documentElement.dataset.theme = next ? themes[next] : "";
    theme.textContent = `Theme: ${themes[next]}`;
  };
  const toggleAll = () => {
    const every = pane.classList.toggle("every");
    one("#all").setAttribute("aria-label", every ? "Show one card" : "Show all cards");
    one("#all").textContent = every ? "One" : "All";
    if (card) card.scrollIntoView({ block: "nearest" });
  };
  const close = () => { pane.classList.remove("open"); toText(); };
  const openFilters = () => { filters.open = !filters.open; (filters.open ? one("input", filters) : one("summary", filters)).focus(); };
  const keys = {
    j: () => walkFindings(1), n: () => walkFindings(1), k: () => walkFindings(-1), p: () => walkFindings(-1),
    e: walkErrors, l: () => walkCards(1), h: () => walkCards(-1), t: toText, f: openFilters, "?": () => help.showModal(), Escape: close,
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, dialog");
    if (event.ctrlKey || event.metaKey || event.altKey || typing || !one("#keys-on").checked) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.matches(".back")) { event.preventDefault(); toText(); return; }
    const mark = event.target.closest("#essay [data-q], svg [data-q]");
    const next = mark && carded.get(mark.dataset.q);
    if (next) {
      event.preventDefault();
      const part = mark.dataset.f ? document.getElementById(`f-${mark.dataset.f}`) : null;
      show(next, part, Boolean(event.target.closest("a")));
    } else if (link && follow(link.hash)) event.preventDefault();
  });
  for (const [name, act] of Object.entries({
    previous: () => walkFindings(-1), next: () => walkFindings(1), all: toggleAll, close, theme: turn,
    keys: () => help.showModal(), "help-close": () => help.close(),
    reset: () => { for (const box of all("input", filters)) box.checked = box.name !== "only"; filter(); },
  })) one(`#${name}`).addEventListener("click", act);
  filters.addEventListener("change", filter);
  addEventListener("hashchange", () => follow(location.hash));
  const gravest = ["error", "warning", "note"].map((level) => findings.find((row) => row.dataset.severity === level)).find(Boolean);
  if (!follow(location.hash) && cards.length) choose((gravest || cards[0]).closest(".card"), gravest || null);
  if (!location.hash) pane.classList.remove("open");
  tell();
})();
