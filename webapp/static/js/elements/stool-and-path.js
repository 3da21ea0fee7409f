/**
 * <stool-picture>: a ring for each check-in, and how the three legs stood at the newest one.
 * <path-picture>: a stone on a hill for each; the path dips at a dip, and the stone is open there;
 * where it was put right, another stone lies on top.
 *
 * Drawn by `draw`, or by their own attributes: `data-stones` (JSON), `data-title` and `data-more`.
 */

/** @import { Stone } from "../types" */
/** @import { Point } from "../curves.js" */

import { chance, pieces, ring } from "../curves.js";
import { copyOf, find } from "../dom.js";

const SVG = "http://www.w3.org/2000/svg";
/** The outermost ring. */
const WIDEST = 90;
/** @type {Record<string, { foot: Point, tilt: number }>} where a leg stands; how far a stone under it tilts the seat, in degrees */
const LEGS = { bond: { foot: [63, 183], tilt: -2 }, goals: { foot: [162, 199], tilt: 1 }, tasks: { foot: [255, 184], tilt: 2 } };
/** A row of the path, and how many stones lie in it. */
const WIDE = 340;
const HIGH = 94;
const ACROSS = 10;
const APART = (WIDE - 44) / (ACROSS - 1);

class Picture extends HTMLElement {
  connectedCallback() {
    const { stones, title = "", more = "" } = this.dataset;
    if (stones) this.draw(JSON.parse(stones), title, more);
  }

  /** @param {Stone[]} stones the oldest first @param {string} title @param {string} more */
  draw(stones, title, more) {
    const svg = find("svg", copyOf(this.localName));
    find("title", svg).textContent = title;
    find("desc", svg).textContent = more;
    this.fill(svg, stones);
    this.replaceChildren(svg);
  }

  /** @param {SVGElement} svg @param {Stone[]} stones */
  fill(svg, stones) {}
}

class StoolPicture extends Picture {
  /** @override @param {SVGElement} svg @param {Stone[]} stones */
  fill(svg, stones) {
    const { legs = {}, short = [] } = stones[stones.length - 1] ?? {};
    for (const leg of Object.keys(LEGS)) find(`.stool__leg--${leg}`, svg).classList.toggle("stool__leg--open", legs[leg] === null);
    find("[data-stones]", svg).append(...short.map((leg) => path("stool__stone", ring(LEGS[leg].foot, 21, 9, 1.5, 7))));
    const seat = find("[data-seat]", svg);
    seat.setAttribute("transform", `rotate(${short.reduce((sum, leg) => sum + LEGS[leg].tilt, 0)} 160 80)`);
    seat.append(...rings(stones.length));
  }
}

class PathPicture extends Picture {
  /** @override @param {SVGElement} svg @param {Stone[]} stones */
  fill(svg, stones) {
    const high = Math.ceil(stones.length / ACROSS) * HIGH;
    svg.setAttribute("viewBox", `0 0 ${WIDE} ${high}`);
    for (let at = 0; at < stones.length; at += ACROSS) svg.append(...row(stones.slice(at, at + ACROSS), at));
  }
}

/** The older ones are one path, and thinner past twelve. @param {number} count */
function rings(count) {
  const least = Math.max(8, 22 - count);
  const apart = Math.min(14, (WIDEST - least) / Math.max(1, count - 1));
  const radii = Array.from({ length: count }, (_, at) => least + at * apart);
  const all = radii.map((radius, at) => grown(radius, Math.min(1.6, apart / 3, radius / 28), at));
  const thick = 2 * Math.min(1, 12 / count);
  const newest = path("stool__newest", all.pop() ?? "", 1.5 + 0.75 * thick);
  newest.setAttribute("pathLength", "1");
  return [path("stool__rings", all.join(""), Math.max(0.5, thick)), newest];
}

/** Trees do not grow round a middle either. @param {number} radius @param {number} wobble @param {number} seed */
const grown = (radius, wobble, seed) => ring([150 + (radius / WIDEST) * 9.5, 75 - (radius / WIDEST) * 4.5], radius, radius * 0.3, wobble, seed);

/** One row of the path. While there is only one, it grows from the middle of its hill. @param {Stone[]} stones @param {number} from */
function row(stones, from) {
  const by = chance(from * 31 + 5);
  const base = (from / ACROSS) * HIGH + 46;
  const short = from ? 0 : ((ACROSS - stones.length) * APART) / 2;
  const places = stones.map(({ dip }, at) => /** @type {Point} */ ([22 + short + at * APART, base + by() * 6 + (dip.length ? 13 : 0)]));
  const [end] = places[places.length - 1];
  const bare = Math.ceil(short / APART);
  const way = pieces([...slope([short - 4, base + 2], -APART, bare).reverse(), ...places, ...slope([end + 30, base - by() * 6], APART, bare)]);
  return [
    path("path__hill", way.filter((_, at) => !stones[at - bare]?.pause).join("")),
    path("path__hill path__hill--pause", way.filter((_, at) => stones[at - bare]?.pause).join("")),
    ...stones.flatMap((stone, at) => [...cairn(stone, places[at], from + at), mark(stone.setting, places[at][0], base + 27)]),
  ];
}

/** Where no stone lies, down to the side, and one point beyond. @param {Point} top @param {number} step @param {number} count @returns {Point[]} */
const slope = ([x, y], step, count) => Array.from({ length: count + 2 }, (_, at) => [x + at * step, y + at * at * 0.4]);

/** @param {Stone} stone @param {Point} place @param {number} seed */
function cairn({ dip, put_right, score }, [x, y], seed) {
  const size = score === null ? 6 : 10;
  const stone = path(dip.length ? "path__stone path__stone--dip" : "path__stone", ring([x, y - size * 0.7 + 1], size, size * 0.7, 1, seed));
  return put_right ? [stone, path("path__stone path__stone--top", ring([x, y - size * 1.4 - 4], size * 0.65, size * 0.5, 0.8, seed))] : [stone];
}

/** The setting, below its stone. @param {string} setting @param {number} x @param {number} y */
function mark(setting, x, y) {
  const icon = find("svg", copyOf(`mark-${setting}`));
  for (const [name, value] of Object.entries({ x: x - 8, y: y - 8, width: 16, height: 16 })) icon.setAttribute(name, value);
  return icon;
}

/** @param {string} name @param {string} d @param {number} [width] */
function path(name, d, width) {
  const element = document.createElementNS(SVG, "path");
  for (const [key, value] of Object.entries({ class: name, d, "stroke-width": width })) if (value) element.setAttribute(key, String(value));
  return element;
}

customElements.define("stool-picture", StoolPicture);
customElements.define("path-picture", PathPicture);
