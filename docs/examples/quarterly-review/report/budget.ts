import type { Html } from "./html.js";

/** How much of a page may be filled; once something did not fit, nothing more does. */
export class Budget {
  full = false;
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  take(part: Html): boolean {
    const bytes = Buffer.byteLength(part.text);
    if (bytes > this.#left) this.full = true;
    if (!this.full) this.#left -= bytes;
    return !this.full;
  }
}
