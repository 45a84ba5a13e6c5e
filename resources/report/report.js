"use strict";
// photos.js holds every photo in the order of the page; the page itself holds the first of each cluster.
const { clusters, photos: rows } = window.photoloom;
const photos = rows.map(([name, thumb, ratio, cluster, sure, x, y]) => ({ name, thumb, ratio, cluster, sure, x, y }));

function about(photo) {
  const sure = photo.sure === null ? "" : ` · ${photo.sure} % sure`;
  return clusters[photo.cluster] + sure;
}

// ---- the rest of a cluster ----------------------------------------------------------------------------------

function tile(index) {
  const photo = photos[index];
  const button = document.createElement("button");
  button.className = `photo r${photo.ratio}`;
  button.dataset.photo = index;
  button.title = photo.name;
  const inside = document.createElement(photo.thumb ? "img" : "span");
  if (photo.thumb) {
    inside.loading = "lazy";
    inside.decoding = "async";
    inside.alt = photo.name;
    inside.src = photo.thumb;
  } else {
    inside.className = "blank";
    inside.textContent = photo.name;
  }
  button.append(inside);
  return button;
}

for (const more of document.querySelectorAll(".more")) {
  more.addEventListener("click", () => {
    const grid = more.previousElementSibling;
    const first = Number(more.dataset.from);
    const rest = document.createDocumentFragment();
    for (let index = first; index <= Number(more.dataset.to); index++) rest.append(tile(index));
    grid.append(rest);
    more.remove();
    grid.querySelector(`[data-photo="${first}"]`).focus({ preventScroll: true });
  });
}

// ---- one photo, large ---------------------------------------------------------------------------------------

const viewer = document.getElementById("viewer");
let current = 0;

function view(index) {
  current = (index + photos.length) % photos.length;
  const photo = photos[current];
  const image = viewer.querySelector("img");
  image.hidden = !photo.thumb;
  if (photo.thumb) image.src = photo.thumb;
  image.alt = photo.name;
  viewer.querySelector("figcaption bdi").textContent = photo.name;
  viewer.querySelector("figcaption span").textContent = about(photo);
  if (!viewer.open) viewer.showModal(); // which focuses the figure: the arrow keys work at once
}

document.addEventListener("click", (event) => {
  const button = event.target.closest(".photo");
  if (button) view(Number(button.dataset.photo));
});
viewer.addEventListener("click", (event) => {
  const step = event.target.closest(".step");
  if (step) view(current + Number(step.dataset.step));
  else if (event.target.tagName === "FIGURE") viewer.close();
});
viewer.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step) view(current + step);
});

// ---- the map ------------------------------------------------------------------------------------------------

const canvas = document.getElementById("map");
if (canvas) {
  const preview = document.getElementById("preview");
  const cards = [...document.querySelectorAll(".card")];
  let places = [];
  let lit = null; // the cluster whose card is pointed at
  let hovered = -1;

  const margin = 28;
  // The layout is turned so that its long side lies along the long side of the sheet.
  const spanOf = (key) => {
    let low = Infinity, high = -Infinity;
    for (const photo of photos) { low = Math.min(low, photo[key]); high = Math.max(high, photo[key]); }
    return [low, Math.max(high - low, 1e-9)];
  };
  const [left, width] = spanOf("x");
  const [bottom, height] = spanOf("y");

  function draw() {
    const scale = window.devicePixelRatio || 1;
    const [w, h] = [canvas.clientWidth, canvas.clientHeight];
    canvas.width = w * scale;
    canvas.height = h * scale;
    const turned = (height > width) !== (h > w);
    const [across, up] = turned ? [height, width] : [width, height];
    // Its axes mean nothing, so it may be stretched a little to fill the sheet.
    const [wide, high] = [(w - 2 * margin) / across, (h - 2 * margin) / up];
    const [zoomX, zoomY] = [Math.min(wide, 1.4 * high), Math.min(high, 1.4 * wide)];
    places = photos.map((photo) => {
      const [x, y] = [photo.x - left - width / 2, photo.y - bottom - height / 2];
      return turned ? [w / 2 + y * zoomX, h / 2 + x * zoomY] : [w / 2 + x * zoomX, h / 2 - y * zoomY];
    });
    const colours = cards.map((card) => getComputedStyle(card).getPropertyValue("--c").trim());
    const radius = Math.max(1.6, Math.min(5.5, 90 / Math.sqrt(photos.length)));
    const pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    for (let index = photos.length - 1; index >= 0; index--) {
      const photo = photos[index];
      pen.globalAlpha = lit === null ? 0.88 : lit === photo.cluster ? 1 : 0.12;
      pen.fillStyle = colours[photo.cluster];
      pen.beginPath();
      pen.arc(places[index][0], places[index][1], radius, 0, 7);
      pen.fill();
    }
    if (hovered >= 0) {
      pen.globalAlpha = 1;
      pen.lineWidth = 2;
      pen.strokeStyle = getComputedStyle(document.body).color;
      pen.beginPath();
      pen.arc(places[hovered][0], places[hovered][1], radius + 3, 0, 7);
      pen.stroke();
    }
  }

  function nearest(x, y) {
    let [best, reach] = [-1, 18 * 18];
    places.forEach(([px, py], index) => {
      const distance = (px - x) ** 2 + (py - y) ** 2;
      if (distance < reach) [best, reach] = [index, distance];
    });
    return best;
  }

  function point(event) {
    const found = nearest(event.offsetX, event.offsetY);
    if (found === hovered) return;
    hovered = found;
    canvas.style.cursor = found < 0 ? "" : "pointer";
    preview.hidden = found < 0;
    draw();
    if (found < 0) return;
    const photo = photos[found];
    const image = preview.querySelector("img");
    image.hidden = !photo.thumb;
    if (photo.thumb) image.src = photo.thumb;
    preview.querySelector("bdi").textContent = photo.name;
    preview.querySelector("small").textContent = about(photo);
    const [x, y] = places[found];
    preview.style.left = x > canvas.clientWidth / 2 ? "auto" : `${x + 16}px`;
    preview.style.right = x > canvas.clientWidth / 2 ? `${canvas.clientWidth - x + 16}px` : "auto";
    preview.style.top = y > canvas.clientHeight / 2 ? "auto" : `${y + 4}px`;
    preview.style.bottom = y > canvas.clientHeight / 2 ? `${canvas.clientHeight - y + 4}px` : "auto";
  }

  canvas.addEventListener("pointermove", point);
  canvas.addEventListener("pointerleave", () => { hovered = -1; preview.hidden = true; draw(); });
  canvas.addEventListener("click", (event) => { point(event); if (hovered >= 0) view(hovered); });
  for (const card of cards) {
    const light = (cluster) => () => { lit = cluster; draw(); };
    card.addEventListener("pointerenter", light(Number(card.dataset.cluster)));
    card.addEventListener("pointerleave", light(null));
    card.addEventListener("focus", light(Number(card.dataset.cluster)));
    card.addEventListener("blur", light(null));
  }
  new ResizeObserver(draw).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}
