/** Says that the account of this phone was closed, and sees to it that no sleeping tab brought back
 * anything of it. */

import { removeAccount } from "../database.js";
import { show } from "../dom.js";
import { lastLost } from "../phone.js";

const account = await lastLost();
show("closed", Boolean(account));
if (account) await removeAccount(account);
