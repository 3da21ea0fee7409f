import { find, reveal, show } from "../dom.js";
import "../elements/own-passkeys.js";

show("no-signal", Boolean(await find("own-passkeys").draw()));
reveal();
