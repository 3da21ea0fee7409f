/** The only file that says `navigator.credentials`. What the browser gives is written out by hand:
 * its own `toJSON` would send the passkey's secret (PRF) to the server. */

import { fromBase64Url, toBase64Url } from "./base64url.js";
import { codeOf, outcomeOf, post } from "./http.js";

const SALT = new TextEncoder().encode("footing app lock");

/** Whether this browser can do passkeys at all: those inside other apps cannot. */
export const canDoPasskeys = () => typeof PublicKeyCredential === "function";

let isUnderWay = false;

/**
 * What a tap does with a passkey, one at a time: a second tap is part of the first.
 * The button is busy until all is done. @param {(event: any) => unknown} deed
 */
export const oneAtATime = (deed) => async (/** @type {any} */ event) => {
  event.preventDefault();
  if (isUnderWay) return;
  const button = event.submitter ?? event.currentTarget;
  setUnderWay(button, true);
  try {
    await deed(event);
  } finally {
    setUnderWay(button, false);
  }
};

/** @param {HTMLElement} button @param {boolean} is */
function setUnderWay(button, is) {
  isUnderWay = is;
  button.ariaBusy = String(is);
}

/**
 * Make a passkey, by invitation, by a code or as somebody signed in. One at a time, in all tabs: of two, the later
 * would leave on the phone a passkey that the server refuses, in place of the good one.
 * @param {{ invitation?: string, code?: string }} by @returns {Promise<any>}
 */
export const makePasskey = (by) =>
  navigator.locks?.request("new passkey", { ifAvailable: true }, (ours) => (ours ? made(by) : { state: "elsewhere" })) ?? made(by);

/** @param {{ invitation?: string, code?: string }} by */
async function made(by) {
  const asked = await post("/passkeys/registration/options", by);
  if (asked.status !== 200) return refused(asked);
  const credential = await created(asked.json);
  const answer = await post("/passkeys/registration", { ...by, credential: newCredential(credential) });
  // What is refused may be good all the same, if it came twice. If not, the phone hears so when it is shown.
  return answer.status === 201 ? { state: "done", ...answer.json } : { state: outcomeOf(answer.json) };
}

/** Sign in with whichever passkey of ours the person chooses. */
export const signIn = () => show("/passkeys/login", {});

/** Whether a passkey can be chosen where a browser fills in what it knows. */
export const canFillIn = async () => canDoPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;

/** Sign in with the one that is chosen from what the browser offers to fill in, until that is ended. @param {AbortSignal} signal */
export const signInByFillingIn = (signal) => show("/passkeys/login", {}, { mediation: "conditional", signal });

/** Show the passkey once more, for one action. Fulfils with the code of a refusal, or "". @param {string} action */
export async function stepUp(action) {
  const { state } = await show("/passkeys/step-up", { for: action });
  return state === "done" ? "" : state;
}

/**
 * The secret that a passkey gives on this phone, also without signal, and the passkey's id; null where
 * it gives none. It is for this phone only and never sent. @param {ArrayBuffer[]} ids of the passkeys that will do; none: any
 */
export async function secret(ids = []) {
  const credential = /** @type {any} */ (await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)), // nobody checks it: what is given either opens the words or not
      userVerification: "required",
      allowCredentials: ids.map((id) => ({ type: "public-key", id })),
      extensions: { prf: { eval: { first: SALT } } },
    },
  }));
  const given = credential.getClientExtensionResults().prf?.results?.first;
  return given ? { id: credential.rawId, bytes: new Uint8Array(given) } : null;
}

/** Whether this browser says that its passkeys give no secret. */
export async function givesNoSecret() {
  const able = /** @type {any} */ (globalThis.PublicKeyCredential)?.getClientCapabilities;
  return able ? (await able.call(PublicKeyCredential))["extension:prf"] === false : false;
}

/** @param {string} path @param {object} why @param {object} how */
async function show(path, why, how = {}) {
  const asked = await post(`${path}/options`, why);
  if (asked.status !== 200) return refused(asked);
  const credential = await chosen(asked.json, how);
  const answer = await post(path, shownCredential(credential));
  if (answer.status === 200) return { state: "done", ...answer.json };
  if (answer.json?.code === "passkey_unknown") await forgetOnPhone(credential.id);
  return refused(answer);
}

/** Some makers of passkeys give up when they are asked for a PRF, so it is asked for once only. */
async function created(/** @type {any} */ options) {
  try {
    return await create(options);
  } catch (error) {
    const { name } = /** @type {DOMException} */ (error);
    if (["NotAllowedError", "AbortError", "InvalidStateError"].includes(name)) throw error;
    return create({ ...options, extensions: { credProps: true } });
  }
}

/** @param {any} options @returns {Promise<any>} */
function create({ challenge, user, excludeCredentials, extensions, ...rest }) {
  return navigator.credentials.create({
    publicKey: {
      ...rest,
      challenge: fromBase64Url(challenge),
      user: { ...user, id: fromBase64Url(user.id) },
      excludeCredentials: excludeCredentials.map(descriptor),
      extensions: { ...extensions, ...(extensions.prf && { prf: salted(extensions.prf) }) },
    },
  });
}

/** @param {any} options @param {object} how @returns {Promise<any>} */
function chosen({ challenge, allowCredentials, ...rest }, how) {
  return navigator.credentials.get({
    ...how,
    publicKey: {
      ...rest,
      challenge: fromBase64Url(challenge),
      allowCredentials: allowCredentials.map(descriptor),
    },
  });
}

const salted = (/** @type {any} */ prf) => ({ eval: { first: fromBase64Url(prf.eval.first) } });
const descriptor = (/** @type {any} */ known) => ({ ...known, id: fromBase64Url(known.id) });

/** @param {any} credential @param {object} response */
const sent = ({ id, rawId, type, authenticatorAttachment }, response) => ({
  id, rawId: toBase64Url(rawId), type, authenticatorAttachment, clientExtensionResults: {}, response,
});

const newCredential = (/** @type {any} */ credential) =>
  sent(credential, {
    clientDataJSON: toBase64Url(credential.response.clientDataJSON),
    attestationObject: toBase64Url(credential.response.attestationObject),
    transports: credential.response.getTransports?.() ?? [],
  });

const shownCredential = (/** @type {any} */ credential) =>
  sent(credential, {
    clientDataJSON: toBase64Url(credential.response.clientDataJSON),
    authenticatorData: toBase64Url(credential.response.authenticatorData),
    signature: toBase64Url(credential.response.signature),
    userHandle: credential.response.userHandle && toBase64Url(credential.response.userHandle),
  });

/** Tell the phone that a passkey leads nowhere, so that it is not offered again. */
async function forgetOnPhone(/** @type {string} */ credentialId) {
  if (location.hostname === "localhost") return; // where another installation may know it
  const signal = /** @type {any} */ (PublicKeyCredential).signalUnknownCredential;
  await signal?.call(PublicKeyCredential, { rpId: location.hostname, credentialId }).catch(() => {});
}

/** @type {Record<string, string>} */
const WHY = {
  busy: "Footing is busy just now.",
  elsewhere: "A passkey is being made in another tab just now.",
  last_passkey: "This is your only passkey. Add another one first.",
  not_signed_in: "You are not signed in.",
  offline: "There is no connection just now.",
  passkey_refused: "The passkey was not accepted.",
  passkey_unknown: "This passkey does not belong to Footing any more.",
  recovering: "You were let in again just now, so this has to wait.",
  somebody_else: "Somebody else has signed in here.",
  wrong_account: "Somebody else is signed in here.",
  too_many: "That was tried often. Please wait a quarter of an hour.",
};

const UNANSWERED = "No answer came. It may have gone through all the same: please look, or try again.";

/** Why something was refused, and what stays as it was, where that is known. @param {string} code @param {string} stays */
export const refusal = (code, stays) => (code === "unanswered" ? UNANSWERED : `${WHY[code] ?? "That did not go through."} ${stays}`);

const refused = (/** @type {import("./types").Answer} */ { json }) => ({ state: codeOf(json) });

/** What to tell a person about a ceremony that ended otherwise. @param {unknown} error */
export function sentence(error) {
  const { name } = /** @type {DOMException} */ (error);
  if (name === "QuotaExceededError") return "This phone is full. Please make some room on it, then try again.";
  if (name === "InvalidStateError") return "This phone already has a passkey for you. Use that one, or choose another device.";
  if (name === "NotAllowedError" || name === "AbortError") return "That did not go through. You can try again.";
  return "This browser could not use a passkey. Please try again, or use Safari or Chrome.";
}
