import "../elements/home-screen.js";
import { start } from "../page.js";

start();
