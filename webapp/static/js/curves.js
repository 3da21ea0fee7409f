/** Pure: lines as if drawn by hand, the same each time. */

/** @typedef {[number, number]} Point */

const TURNS = 10; // points of a ring

/** From -1 to 1, by chance, but always the same for a seed. @param {number} seed */
export function chance(seed) {
  let state = (seed + 1) * 2654435761;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 1640531527;
    return ((state ^ (state >>> 13)) >>> 0) / 2147483648 - 1;
  };
}

/** A smooth way through points (Catmull–Rom), piece by piece. @param {Point[]} points the first and the last only lend a direction */
export const pieces = (points) =>
  points.slice(3).map((after, at) => {
    const [before, from, to] = points.slice(at, at + 3);
    return `M${at2(from)}C${at2(towards(from, before, to))} ${at2(towards(to, after, from))} ${at2(to)}`;
  });

/** A closed ring. @param {Point} middle @param {number} rx @param {number} ry @param {number} wobble how far off the line a hand gets @param {number} seed */
export function ring([x, y], rx, ry, wobble, seed) {
  const by = chance(seed);
  const start = by() * 0.3;
  const points = Array.from({ length: TURNS }, (_, turn) => {
    const angle = start + (turn / TURNS) * 2 * Math.PI;
    return /** @type {Point} */ ([x + Math.cos(angle) * (rx + by() * wobble), y + Math.sin(angle) * (ry + (by() * wobble * ry) / rx)]);
  });
  const [first, ...rest] = pieces([points[TURNS - 1], ...points, points[0], points[1]]);
  return `${first}${rest.map((piece) => piece.slice(piece.indexOf("C"))).join("")}Z`;
}

/** A third of the way, and half as fast. @param {Point} from @param {Point} a @param {Point} b @returns {Point} */
const towards = (from, a, b) => [from[0] + (b[0] - a[0]) / 6, from[1] + (b[1] - a[1]) / 6];

/** @param {Point} point */
const at2 = (point) => point.map((value) => Math.round(value * 10) / 10).join(" ");
