/** What an account can ask of the server about itself; each that matters asks for the passkey first. */

import { codeOf, demand, get, outcomeOf, post } from "./http.js";
import { makePasskey, stepUp } from "./passkeys.js";

/** What can sign in as this person, and what is signed in, unless it was refused. @returns {Promise<{ refused: string, all?: any }>} */
export const signedInWith = async () => given(await get("/my-passkeys"));

// What follows fulfils with the code of a refusal, or "".

/** @param {string} id @param {string} label */
export const namePasskey = (id, label) => demand(`/my-passkeys/${id}/name`, { label });

/** @param {string} id */
export const endLogin = (id) => demand(`/my-logins/${id}/end`, {});

/** @param {string} id */
export async function removePasskey(id) {
  const refused = (await stepUp("remove_passkey")) || (await demand(`/my-passkeys/${id}/remove`, {}));
  const { all } = refused ? {} : await signedInWith();
  if (all) await tellWhichAreLeft(all);
  return refused;
}

export const addPasskey = async () => (await stepUp("add_passkey")) || made();

/** Where the answer to an earlier try was lost, it is closed already. @param {string} account */
export async function closeAccount(account) {
  const refused = (await stepUp("close_account")) || (await demand("/account/close", { account }));
  return refused === "account_erased" ? "" : refused;
}

/** @param {string} handover the id of what this person is asked */
export const goOnWith = async (handover) => (await stepUp("another_therapist")) || answered(handover, "yes");

/** @param {string} handover */
export const stayWithWhoIsHere = (handover) => answered(handover, "no");

/** @param {string} handover @param {string} answer */
const answered = (handover, answer) => demand("/another-therapist/answer", { handover, answer });

async function made() {
  const { state } = await makePasskey({});
  return state === "done" ? "" : state;
}

/** Everything that the server keeps of this person, unless it was refused. @returns {Promise<{ refused: string, all?: any }>} */
export async function everything() {
  const refused = await stepUp("export");
  if (refused) return { refused };
  return given(await post("/export", {}));
}

/** A new recovery code, which ends the one before, unless it was refused. @returns {Promise<{ refused: string, all?: any }>} */
export async function newRecoveryCode() {
  const refused = await stepUp("recovery_code");
  return refused ? { refused } : given(await post("/recovery-code", {}), outcomeOf);
}

/** @param {import("./types").Answer} answer */
const given = ({ status, json }, named = codeOf) => (status === 200 ? { refused: "", all: json } : { refused: named(json) });

/**
 * Tell whoever keeps this person's passkeys which ones are left, so that the others are not offered
 * again. Never without any: the phone would throw away all of them.
 * @param {{ user: string, passkeys: { credential: string }[] }} left
 */
export async function tellWhichAreLeft({ user, passkeys }) {
  const allAcceptedCredentialIds = passkeys.map(({ credential }) => credential);
  const signal = /** @type {any} */ (PublicKeyCredential).signalAllAcceptedCredentials;
  if (allAcceptedCredentialIds.length === 0) return;
  await signal?.call(PublicKeyCredential, { rpId: location.hostname, userId: user, allAcceptedCredentialIds }).catch(() => {});
}
