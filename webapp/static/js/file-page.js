/** A page that stands alone in a file: it fetches nothing, and can be read wherever it is opened. */

/** As in css/app/tokens.css and base.css; what is soft is about the words below it. */
const LOOK = `
  :root { color-scheme: light dark; background: #FBF8F1; color: #14231D; font: 1.125rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  body { max-inline-size: 36rem; margin: 2rem auto; padding-inline: 1.25rem; }
  h1, h2 { font-family: "Iowan Old Style", "Palatino Nova", Charter, "Bitstream Charter", Georgia, serif; font-weight: 600; line-height: 1.2; break-after: avoid; }
  h2 { margin-block: 3rem .5rem; font-size: 1.375rem; }
  p { margin-block: .5rem; }
  .soft { color: #43524A; font-size: 1rem; }
  @media (prefers-color-scheme: dark) { :root { background: #101915; color: #F1ECE0; } .soft { color: #B9C3BA; } }
  @media print { :root { background: none; color: #000; font-size: 11pt; } .soft { color: #000; } }
`;
const HEAD = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><style>${LOOK}</style>`;

export class FilePage {
  #page;

  /** @param {string} title never anybody's words */
  constructor(title) {
    this.#page = document.implementation.createHTMLDocument(title);
    this.#page.documentElement.lang = "en-GB";
    this.add("h1", title);
  }

  /** @param {"h1" | "h2" | "p"} name @param {string} text */
  add(name, text, className = "") {
    const part = Object.assign(this.#page.createElement(name), { textContent: text });
    if (className) part.className = className;
    this.#page.body.append(part);
  }

  /** The whole document. Its letters are named first, or a browser that has only the file guesses. The look is put in as text, because our own pages allow no such element. */
  toString() {
    const { outerHTML } = this.#page.documentElement;
    return `<!doctype html>\n${outerHTML.replace("<head>", `<head>${HEAD}`)}\n`;
  }
}
