/** An account that was closed: nothing of it stays on this phone. */

import { removeAccount } from "./database.js";
import { forget } from "./keys.js";
import { lost } from "./phone.js";

/** Forget an account: its key first, then everything else. @param {string} account */
export async function forgetAccount(account) {
  await lost(account);
  await forget(account);
  await removeAccount(account);
}
