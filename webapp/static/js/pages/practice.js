import "../practice.js";
