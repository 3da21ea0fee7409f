import { find, reveal, show } from "../dom.js";
import "../elements/own-passkeys.js";
import "../practice.js";

const kept = await find("own-passkeys").draw();
show("no-signal", Boolean(kept));
reveal();
