// What a script adds to screens that work without one: keys, boxes lit on hover, zoom in place, regions drawn with the
// mouse, and numbers that go on counting while pages are read. Nothing here builds HTML out of text.
"use strict";

(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // ---- say something for a moment, to eyes and to screen readers
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  document.body.append(said);
  let silence = 0;
  const say = (words) => {
    said.textContent = words;
    said.className = "said";
    clearTimeout(silence);
    silence = setTimeout(() => { said.textContent = ""; said.className = ""; }, 3000);
  };

  // ---- a line and its boxes on the page light up together
  const light = (key, on) => {
    for (const thing of all("[data-key]")) if (thing.dataset.key === key) thing.classList.toggle("lit", on);
  };
  for (const [begin, end] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(begin, (event) => {
      const thing = event.target.closest("[data-key]");
      if (thing) light(thing.dataset.key, true);
    });
    document.addEventListener(end, (event) => {
      const thing = event.target.closest("[data-key]");
      if (thing) light(thing.dataset.key, false);
    });
  }

  // ---- keys
  let chosen = -1;
  const choose = (step) => {
    const rows = all("[data-row]");
    if (!rows.length) return;
    chosen = Math.min(rows.length - 1, Math.max(0, chosen + step));
    rows.forEach((row, at) => row.classList.toggle("chosen", at === chosen));
    const link = rows[chosen].querySelector("a");
    if (link) link.focus({ preventScroll: true });
    rows[chosen].scrollIntoView({ block: "center", behavior: quiet ? "auto" : "smooth" });
  };
  const go = (rel) => {
    const link = one(`a[rel="${rel}"]`);
    if (link) link.click();
  };
  const cite = async () => {
    const cited = one(".region[data-cite]") || one("[data-cite]");
    const words = cited ? cited.dataset.cite : document.title;
    try {
      await navigator.clipboard.writeText(`${words}\n${location.href}`);
      say("Citation copied.");
    } catch {
      say(`${words}: ${location.href}`);
    }
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (typing && event.key === "Escape") { typing.blur(); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      "/": () => { const box = one("[data-search]"); if (box) { box.focus(); box.select(); } },
      j: () => choose(1),
      k: () => choose(-1),
      n: () => go("next"),
      p: () => go("prev"),
      c: cite,
      "?": () => location.assign("/help"),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // ---- zoom without loading the page again
  const figure = one(".lens .sheet");
  if (figure) {
    for (const link of all(".zooms a")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const zoom = Number(new URL(link.href).searchParams.get("zoom"));
        figure.className = `sheet zoom-${zoom}`;
        all(".zooms a").forEach((other) => other.toggleAttribute("aria-current", other === link));
        const picture = figure.querySelector("img");
        const address = new URL(picture.src);
        if (zoom > 150 && address.searchParams.get("scale") !== "3") {
          address.searchParams.set("scale", "3");
          picture.src = address.href;
        }
        const here = new URL(location.href);
        here.searchParams.set("zoom", zoom);
        history.replaceState(null, "", here);
      });
    }
    drawRegions(figure.querySelector(".paper"));
  }
  const region = document.getElementById("region");
  if (region) region.scrollIntoView({ block: "center", inline: "center" });

  // ---- a rectangle drawn with the mouse becomes the address of that region
  function drawRegions(paper) {
    const overlay = paper.querySelector("svg");
    if (!overlay) return;
    const { width, height, href } = paper.dataset;
    const point = (event) => {
      const edge = paper.getBoundingClientRect();
      return [((event.clientX - edge.left) / edge.width) * width, ((event.clientY - edge.top) / edge.height) * height];
    };
    let start = null;
    let drawn = null;
    const box = (from, to) => [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])];
    paper.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.pointerType === "touch") return;
      event.preventDefault();
      start = point(event);
    });
    document.addEventListener("pointermove", (event) => {
      if (!start) return;
      const [x0, y0, x1, y1] = box(start, point(event));
      if (!drawn) {
        drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        drawn.setAttribute("class", "mark mark-drawn");
        overlay.append(drawn);
      }
      for (const [name, value] of [["x", x0], ["y", y0], ["width", x1 - x0], ["height", y1 - y0]]) drawn.setAttribute(name, value);
    });
    document.addEventListener("pointerup", (event) => {
      if (!start) return;
      const edges = box(start, point(event)).map((edge) => Math.max(0, edge).toFixed(1));
      start = null;
      if (drawn) drawn.remove();
      drawn = null;
      if (edges[2] - edges[0] > 4 && edges[3] - edges[1] > 4) location.assign(`${href}?box=${edges.join(",")}#region`);
    });
  }

  // ---- screens that go on counting: the server's own HTML of the same screen, part by part
  const fresh = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const poll = async () => {
    let next = 2500;
    try {
      const page = await fresh();
      for (const part of all("[data-live]")) {
        const newer = page.querySelector(`[data-live="${part.dataset.live}"]`);
        if (newer && newer.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
          part.replaceChildren(...document.importNode(newer, true).childNodes);
        }
      }
      if (!page.querySelector("[data-poll]")) return;
    } catch {
      next = 10000;
    }
    setTimeout(poll, next);
  };
  if (one("[data-poll]")) setTimeout(poll, 2500);

  const wait = async () => {
    try {
      const page = await fresh();
      if (!page.querySelector("[data-await]")) { location.reload(); return; }
    } catch { /* the server is gone: look again later */ }
    setTimeout(wait, 1500);
  };
  if (one("[data-await]")) setTimeout(wait, 700);
})();
