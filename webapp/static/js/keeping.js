/** What an account can ask of the server about itself; each that matters asks for the passkey first. */

import { get, post } from "./http.js";
import { makePasskey, stepUp, tellWhichAreLeft } from "./passkeys.js";

/** What can sign in as this person, and what is signed in. @returns {Promise<any>} null without an answer */
export async function signedInWith() {
  const { status, json } = await get("/my-passkeys");
  return status === 200 ? json : null;
}

/** @param {string} id @param {string} label */
export const namePasskey = async (id, label) => (await post(`/my-passkeys/${id}/name`, { label })).status === 204;

/** @param {string} id */
export const endLogin = async (id) => (await post(`/my-logins/${id}/end`, {})).status === 204;

/** Fulfils with the code of a refusal, or "". @param {string} id */
export async function removePasskey(id) {
  const refused = await ask("remove_passkey", `/my-passkeys/${id}/remove`, 204);
  const left = refused ? null : await signedInWith();
  if (left) await tellWhichAreLeft(left);
  return refused;
}

/** Fulfils with the code of a refusal, or "". */
export async function addPasskey() {
  const shown = await stepUp("add_passkey");
  if (shown.state !== "done") return shown.state;
  const { state } = await makePasskey({});
  return state === "done" ? "" : state;
}

/** Everything that the server keeps of this person; null when it was refused. @returns {Promise<any>} */
export async function everything() {
  if ((await stepUp("export")).state !== "done") return null;
  const { status, json } = await post("/export", {});
  return status === 200 ? json : null;
}

/** Fulfils with the code of a refusal, or "". */
export const closeAccount = () => ask("close_account", "/account/close", 204);

/** @param {string} action @param {string} path @param {number} good */
async function ask(action, path, good) {
  const shown = await stepUp(action);
  if (shown.state !== "done") return shown.state;
  const { status, json } = await post(path, {});
  return status === good ? "" : (json?.code ?? "offline");
}
