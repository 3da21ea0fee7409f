/** The only file of the page that says `fetch`. */

/** @import { Answer } from "./types" */

const PATIENCE_MS = 30_000;
const NOTHING = { status: 0, json: null, wait: null };

/** @type {Record<string, string>} */
let whose = {};

/** @param {string | undefined} account @returns {Record<string, string>} */
const meant = (account) => (account ? { "Footing-Account": account } : {});

/**
 * From now on this page says that it speaks for this account: in a browser whose login is somebody
 * else's, nothing is told and nothing done then. @param {string | undefined} account none: for whoever is signed in
 */
export const speakFor = (account) => void (whose = meant(account));

/** POST an object. Never rejects: no answer, or one that is not ours, has status 0. @param {string} path @param {object} body @param {AbortSignal} [ends] when nobody wants the answer any more */
export const post = (path, body, ends) =>
  ask(path, {
    signal: ends,
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

/** POST what has no answer but that it is done. Fulfils with the code of a refusal, or "". @param {string} path @param {object} body */
export async function demand(path, body) {
  const { status, json } = await post(path, body);
  return status === 204 ? "" : outcomeOf(json);
}

/** What a refusal is called, where there was an answer. @param {any} json @returns {string} */
export const codeOf = (json) => (json ? (json.code ?? "refused") : "offline");

/** The same of what may be done by then: where no answer came, nobody here knows. @param {any} json @returns {string} */
export const outcomeOf = (json) => (json ? codeOf(json) : "unanswered");

/** GET an object. @param {string} path @param {string} [account] whom it is about, also where this page speaks for somebody else by now */
export const get = (path, account) => ask(path, { headers: meant(account) });

/** @param {string} path @param {RequestInit} options @returns {Promise<Answer>} */
async function ask(path, options) {
  try {
    const response = await fetch(path, {
      ...options,
      headers: { ...whose, ...options.headers },
      cache: "no-store",
      redirect: "error",
      signal: patience(options.signal),
    });
    return await read(response);
  } catch {
    return NOTHING;
  }
}

/** @param {AbortSignal | null} [ends] */
const patience = (ends) => either([AbortSignal.timeout(PATIENCE_MS), ...(ends ? [ends] : [])]);

/** Firefox has `AbortSignal.any` from 124 on. @param {AbortSignal[]} signals */
function either(signals) {
  const first = new AbortController();
  for (const signal of signals) signal.addEventListener("abort", () => first.abort());
  return first.signal;
}

/** A hotel's login page answers 200 too, so only JSON counts; and a wait, however it is worded. @param {Response} response */
async function read(response) {
  const wait = secondsToWait(response.headers.get("Retry-After"), clockOf(response));
  if (response.status === 204) return { status: 204, json: null, wait };
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get("Content-Type") ?? "");
  if (isJson) return { status: response.status, json: await response.json(), wait };
  return { ...NOTHING, status: asksToWait(response) ? response.status : 0, wait };
}

/** What stands in front of the server may say so in its own words. @param {Response} response */
const asksToWait = ({ status, headers }) => (status === 429 || status === 503) && headers.has("Retry-After");

/** What time it is for the server: a phone's own clock may be wrong by years. @param {Response} response */
const clockOf = (response) => Date.parse(response.headers.get("Date") ?? "") || Date.now();

/** Retry-After is a number of seconds or a date. @param {string | null} header @param {number} now */
export function secondsToWait(header, now = Date.now()) {
  if (!header) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
