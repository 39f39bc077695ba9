"use strict";
// Everything from the graph is shown through textContent; nothing of it becomes markup, a style or a script.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const touching = new Map(data.nodes.map((node) => [node.id, []]));
  for (const edge of data.edges) {
    touching.get(edge.from).push(edge);
    if (edge.to !== edge.from) touching.get(edge.to).push(edge);
  }

  const network = new vis.Network(byId("graph"), { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false }, hideEdgesOnDrag: data.edges.length > 1500 },
    nodes: {
      borderWidth: 1,
      borderWidthSelected: 3,
      font: { color: "#17212b", strokeWidth: 4, strokeColor: "#ffffff" },
      scaling: { label: { enabled: false, drawThreshold: 6 } },
    },
    edges: {
      color: { color: "#9aa7b3", highlight: "#0b5cad", hover: "#0b5cad", opacity: 0.75 },
      width: 1,
      hoverWidth: 1,
      selectionWidth: 2,
      arrows: { to: { enabled: true, scaleFactor: 0.45 } },
      font: { size: 12, color: "#3a4753", strokeWidth: 4, strokeColor: "#ffffff" },
    },
  });

  // Kinds and period

  const shown = new Set(data.nodes.map((node) => node.kind));
  data.hidden.forEach((kind) => shown.delete(kind));

  // A partial date may fall into the period: 2024-03 may from 2024-03-15 on.
  function within([first, last]) {
    const from = byId("from").value;
    const to = byId("to").value;
    if (!first) return false;
    return last.slice(0, from.length) >= from.slice(0, last.length) && first.slice(0, to.length) <= to.slice(0, first.length);
  }

  function filter() {
    const timed = byId("from").value !== "" || byId("to").value !== "";
    const isFact = (edge) => edge.claims.length > 0;
    const inPeriod = (edge) => !timed || !isFact(edge) || within(edge.period);
    const visible = new Set();
    for (const node of data.nodes) {
      const dated = !timed || touching.get(node.id).some((edge) => isFact(edge) && inPeriod(edge));
      if (shown.has(node.kind) && dated) visible.add(node.id);
    }
    nodes.update(data.nodes.map((node) => ({ id: node.id, hidden: !visible.has(node.id) })));
    edges.update(data.edges.map((edge) => ({
      id: edge.id,
      hidden: !(visible.has(edge.from) && visible.has(edge.to) && inPeriod(edge)),
    })));
    return visible;
  }

  for (const box of document.querySelectorAll("input[name=kind]")) {
    box.addEventListener("change", () => {
      if (box.checked) shown.add(box.value);
      else shown.delete(box.value);
      filter();
    });
  }
  byId("from").addEventListener("change", filter);
  byId("to").addEventListener("change", filter);

  // The panel

  function element(tag, text, className) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function bilingual(tag, [name, english], className) {
    const made = element(tag, name + " ", className);
    const second = element("i", english);
    second.lang = "en";
    made.append(second);
    return made;
  }

  function properties(about) {
    const list = element("dl");
    for (const [name, value] of about) list.append(bilingual("dt", data.properties[name]), element("dd", value));
    return list;
  }

  function source(number) {
    const [headline, published, outlet, file, url] = data.articles[number];
    const when = published || "tanpa tanggal, undated";
    const cite = element("cite", [headline, outlet, when, file].filter(Boolean).join(" · "));
    if (/^https?:\/\//i.test(url)) {
      const link = element("a", "↗");
      link.href = url;
      link.rel = "noopener noreferrer";
      link.setAttribute("aria-label", "Buka berita, open the article");
      cite.append(" ", link);
    }
    return cite;
  }

  function evidence(edge) {
    const part = document.createDocumentFragment();
    for (const [article, text, , modality] of edge.claims) {
      part.append(element("blockquote", text));
      const cite = source(article);
      if (modality !== "stated" && data.modalities[modality]) cite.append(" · ", bilingual("span", data.modalities[modality]));
      part.append(cite);
    }
    return part;
  }

  function fact(edge, other) {
    const part = element("div", undefined, "fact");
    const to = element("button", other.name);
    to.type = "button";
    to.addEventListener("click", () => visit(other.id));
    part.append(to);
    if (edge.about.length) part.append(properties(edge.about));
    part.append(evidence(edge));
    return part;
  }

  function open(...parts) {
    byId("detail").replaceChildren(...parts);
    byId("panel").hidden = false;
    byId("panel").scrollTop = 0;
  }

  function heading(text) {
    const made = element("h2", text);
    made.tabIndex = -1;
    return made;
  }

  function openNode(id) {
    const node = nodes.get(id);
    const groups = new Map();
    for (const edge of touching.get(id)) {
      const key = edge.type + (edge.from === id ? ">" : "<");
      groups.set(key, [...(groups.get(key) || []), edge]);
    }
    const parts = [heading(node.name), bilingual("p", data.kinds[node.kind], "kind"), properties(node.about)];
    for (const [key, group] of groups) {
      const [name, english] = data.types[key.slice(0, -1)];
      const [before, after] = key.endsWith(">") ? ["", " …"] : ["… ", ""];
      parts.push(bilingual("h3", [before + name + after, before + english + after + " (" + group.length + ")"]));
      for (const edge of group) parts.push(fact(edge, nodes.get(edge.from === id ? edge.to : edge.from)));
    }
    open(...parts);
  }

  function openEdge(id) {
    const edge = edges.get(id);
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    open(heading(from.name + " → " + to.name), bilingual("p", data.types[edge.type], "kind"), properties(edge.about), evidence(edge));
  }

  function close() {
    byId("panel").hidden = true;
    network.unselectAll();
    name([]);
  }

  let named = [];
  // The names of relationships stand on the lines of the node in hand alone, else the picture is all text.
  function name(ids) {
    edges.update(named.map((id) => ({ id, label: " " })));
    edges.update(ids.map((id) => ({ id, label: data.types[edges.get(id).type][0] })));
    named = ids;
  }

  function visit(id) {
    const node = nodes.get(id);
    if (!shown.has(node.kind)) {
      shown.add(node.kind);
      for (const box of document.querySelectorAll("input[name=kind]")) box.checked = shown.has(box.value);
      filter();
    }
    network.selectNodes([id]);
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: false });
    name(touching.get(id).map((edge) => edge.id));
    openNode(id);
    byId("detail").querySelector("h2").focus({ preventScroll: true });
  }

  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) {
      name(touching.get(node).map((one) => one.id));
      openNode(node);
    } else if (edge !== undefined) {
      name([edge]);
      openEdge(edge);
    } else {
      close();
    }
  });

  // Search and keys

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const names = data.nodes.map((node) => {
    const others = node.about.filter(([property]) => property === "names").map(([, value]) => value);
    return [node, plain([node.name, ...others].join(" · "))];
  });

  function search() {
    const wanted = plain(byId("search").value.trim());
    const at = ([, text]) => text.indexOf(wanted) * 1000 + text.length; // early and short names first
    const found = wanted ? names.filter(([, text]) => text.includes(wanted)).sort((a, b) => at(a) - at(b)).slice(0, 30) : [];
    byId("found").replaceChildren(...found.map(([node]) => {
      const item = element("li");
      const button = element("button", node.name + " ");
      button.type = "button";
      button.append(bilingual("i", data.kinds[node.kind]));
      button.addEventListener("click", () => {
        byId("found").hidden = true;
        visit(node.id);
      });
      item.append(button);
      return item;
    }));
    if (wanted && !found.length) byId("found").append(element("li", "Tidak ada yang bernama begitu. Nothing has that name."));
    byId("found").hidden = !wanted;
  }

  byId("search").addEventListener("input", search);
  byId("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "ArrowDown") {
      const first = byId("found").querySelector("button");
      if (first) (event.key === "Enter" ? first.click() : first.focus());
      event.preventDefault();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      byId("found").hidden = true;
      close();
    }
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) byId("found").hidden = true;
  });
  byId("close").addEventListener("click", close);

  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });
  byId("in").addEventListener("click", () => zoom(1.3));
  byId("out").addEventListener("click", () => zoom(1 / 1.3));
  byId("fit").addEventListener("click", () => network.fit({ nodes: [...filter()], animation: false }));

  if (window.matchMedia("(max-width: 820px)").matches) byId("legend").open = false;
  network.once("afterDrawing", () => { document.body.dataset.drawn = String(Math.round(performance.now())); });
  network.fit({ nodes: [...filter()], animation: false });
})();
