import { showWhose, start } from "../page.js";
import * as phone from "../phone.js";
import { begin } from "../today.js";

start();
const account = await phone.account();
if (account && !account.journal) location.replace("/practice");
else if (account) begin();
else welcome();

function welcome() {
  showWhose(null);
  addEventListener("signed-in", () => location.reload());
}
