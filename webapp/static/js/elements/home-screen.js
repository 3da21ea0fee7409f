/** How to install: the browser's own offer where there is one, else the steps for this phone. */

import { find, findAll } from "../dom.js";
import { isIPhone, isInstalled, isNeverInstalled, isOnAMac } from "../installed.js";

/** @type {any} */
let offer = null;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
  for (const element of findAll("home-screen")) element.choose();
});

class HomeScreen extends HTMLElement {
  connectedCallback() {
    find("[data-install]", this).addEventListener("click", () => this.#install());
    addEventListener("appinstalled", () => this.#show("installed"));
    this.choose();
  }

  choose() {
    if (isInstalled()) this.#show("installed");
    else if (offer) this.#show("offered");
    else if (isNeverInstalled()) this.#show("never");
    else if (isIPhone()) this.#show("iphone");
    else this.#show(isOnAMac() ? "mac" : "other");
  }

  /** A browser asks only once: whoever says no to it can still go by the steps. */
  async #install() {
    const asked = offer;
    offer = null;
    await asked?.prompt();
    this.choose();
  }

  /** @param {string} device */
  #show(device) {
    for (const part of findAll("[data-device]", this)) part.hidden = part.dataset.device !== device;
  }
}

customElements.define("home-screen", HomeScreen);
