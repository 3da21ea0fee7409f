/** A login that has lapsed while its page was open, or is somebody else's: the same person signs in there, and goes on. */

import { settle } from "./account.js";
import { signIn } from "./passkeys.js";
import * as phone from "./phone.js";

/** Do it; where the login has lapsed, or is another's, sign in first. @param {() => Promise<string>} work it and this fulfil with the code of a refusal, or "" */
export async function evenIfLapsed(work) {
  const refused = await work();
  return ["not_signed_in", "wrong_account"].includes(refused) ? (await signedInAgain()) || work() : refused;
}

/** What this page shows may be nobody else's: whoever else comes in has nothing of it sent. Who does not want to sign in stays signed out. */
async function signedInAgain() {
  const here = await phone.account();
  const came = await signIn().catch(() => ({ state: "not_signed_in" }));
  if (came.state !== "done") return came.state;
  const refused = await settle(came);
  if (refused) return refused;
  dispatchEvent(new CustomEvent("signed-in", { detail: came }));
  return came.person.id === here?.id ? "" : "somebody_else";
}
