import { showWhose, start } from "../page.js";
import * as phone from "../phone.js";

start();
if (localStorage.getItem("somebody")) import("../today.js"); // fetched while the phone looks who it is
const account = await phone.account();
if (account && !account.journal) location.replace("/practice");
else if (account) (await import("../today.js")).begin();
else welcome();

/** A first visit needs little, and gets no more. */
function welcome() {
  showWhose(null);
  addEventListener("signed-in", () => location.reload());
}
