"use strict";
(() => {
  const WIDE = new Set(["country", "continent", "region"]);

  function text(value, name) {
    const made = document.createElement(name ?? "span");
    made.textContent = value;
    return made;
  }

  function load(address) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }

  function degrees(value, positive, negative) {
    return `${Math.abs(value).toFixed(2)}° ${value >= 0 ? positive : negative}`;
  }

  function classes({ properties: about }) {
    const wide = about.layer === "place" && WIDE.has(about.kind) ? " wide" : "";
    return `${about.layer} ${about.layer === "place" ? about.role : ""}${wide}`.trim();
  }

  // Each country's areas lie on a thick line of their own, of which the outer half stays to be seen: its border.
  function ground(map, features) {
    const of = (layer) => features.filter(({ properties }) => properties.layer === layer);
    const lay = (shapes, className) =>
      L.geoJSON(shapes, { interactive: false, style: { className } }).addTo(map);
    const areas = of("area");
    lay(of("country"), "country");
    for (const code of new Set(areas.map(({ properties }) => properties.of))) {
      const own = areas.filter(({ properties }) => properties.of === code);
      lay(own, "border");
      lay(own, "area");
    }
    lay(of("disputed"), "disputed");
  }

  // Towns are named as long as there is room, the largest first; what is named changes with the scale.
  function towns(map, features, named) {
    const group = L.layerGroup().addTo(map);
    const held = features.filter(({ properties }) => properties.layer === "town");
    const box = (at, name) => {
      const { x, y } = map.latLngToContainerPoint(at);
      return [x - 6, y - 9, x + 14 + 7 * name.length, y + 9];
    };
    const apart = (one, other) => one[2] < other[0] || other[2] < one[0] || one[3] < other[1] || other[3] < one[1];
    const name = () => {
      group.clearLayers();
      const taken = named.map(({ at, name: own }) => box(at, own));
      for (const { geometry, properties } of held) {
        const [x, y] = geometry.coordinates;
        const own = box([y, x], properties.name);
        if (!taken.every((other) => apart(own, other))) continue;
        taken.push(own);
        L.circleMarker([y, x], { radius: 2.5, className: "town", interactive: false })
          .bindTooltip(text(properties.name), { permanent: true, direction: "right", className: "town-name", offset: [-2, 0] })
          .addTo(group);
      }
    };
    map.on("zoomend resize", name);
    name();
  }

  function places(map, section, features) {
    const named = [];
    const rows = [...section.querySelectorAll("[data-place]")];
    for (const one of features.filter(({ properties }) => properties.layer === "place")) {
      const about = one.properties;
      const shape = L.geoJSON(one, { style: { className: classes(one) } }).addTo(map);
      const words = [about.name, about.within, about.precision].filter(Boolean).join("\n");
      shape.bindTooltip(text(words), { className: "about", sticky: true });
      shape.on("click", () => {
        const row = rows.find((found) => found.dataset.place === one.id);
        rows.forEach((other) => other.classList.toggle("pointed", other === row));
        row?.querySelector("a")?.focus();
      });
      if (!about.middle) continue;
      const [x, y] = about.middle;
      L.circleMarker([y, x], { radius: 4, className: `middle ${about.role}`, interactive: false })
        .bindTooltip(text(about.name), { permanent: true, direction: "right", className: "place-name", offset: [0, 0] })
        .addTo(map);
      named.push({ at: [y, x], name: about.name });
    }
    return named;
  }

  function disputes(section, features, map) {
    const seen = features.filter((one) => one.properties.layer === "disputed"
      && map.getBounds().intersects(L.geoJSON(one).getBounds()));
    const alike = new Map();
    for (const { properties: about } of seen) {
      const shown = about.shown_as ? `, shown with ${about.shown_as}` : "";
      const words = `claimed by ${about.claimants.join(" and ")}${shown}`;
      alike.set(words, [...(alike.get(words) ?? []), about.name]);
    }
    const said = [...alike].map(([words, names]) => `${names.join(", ")} (${words})`);
    section.querySelector("[data-disputed]").textContent = said.length ? ` Dashed: ${said.join("; ")}.` : "";
    section.querySelector(".map-swatch.disputed").parentElement.hidden = !said.length;
  }

  async function draw(figure) {
    const answer = await fetch(figure.dataset.map, { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const { features, bbox } = await answer.json();
    if (!features.length) {
      figure.hidden = true;
      return;
    }
    await load("/static/vendor/leaflet/leaflet.js");
    const section = figure.closest("section");
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(figure.querySelector("[data-canvas]"), {
      attributionControl: false, maxZoom: 13, minZoom: 2, zoomSnap: 0.25, scrollWheelZoom: false,
      zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still,
    });
    const [west, south, east, north] = bbox;
    map.fitBounds([[south, west], [north, east]], { animate: false });
    ground(map, features);
    towns(map, features, places(map, section, features));
    L.control.scale().addTo(map);
    const output = section.querySelector("[data-position]");
    const tell = ({ lat, lng }, what) => {
      output.textContent = `${what} ${degrees(lat, "N", "S")}, ${degrees(L.Util.wrapNum(lng, [-180, 180], true), "E", "W")}`;
    };
    map.on("mousemove", (event) => tell(event.latlng, "Pointer"));
    map.on("moveend", () => { tell(map.getCenter(), "Middle"); disputes(section, features, map); });
    tell(map.getCenter(), "Middle");
    disputes(section, features, map);
    // A wheel turned over the page scrolls the page; it changes the scale once the map was clicked or focused.
    map.on("focus click", () => map.scrollWheelZoom.enable());
    map.on("blur mouseout", () => map.scrollWheelZoom.disable());
    figure.dataset.drawn = "true";
  }

  const seen = new IntersectionObserver((entries) => {
    for (const one of entries) {
      if (one.isIntersecting) {
        seen.unobserve(one.target);
        draw(one.target.querySelector("[data-map]"));
      }
    }
  }, { rootMargin: "600px" });
  // The room is taken at once, so that nothing moves under whoever reads when the map comes.
  for (const one of document.querySelectorAll("[data-map]")) {
    one.hidden = false;
    seen.observe(one.closest("section"));
  }
})();
