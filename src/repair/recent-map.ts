/** As many values as are surely kept: the words, headings and texts of a report of some hundred pages. */
const KEPT = 20_000;

/**
 * Values by key, of which the recently used ones are kept and no more than twice `KEPT` altogether: what a long list
 * repeats is answered from memory, and what it does not repeat does not fill it.
 */
export class RecentMap<Value> {
  #recent = new Map<string, Value>();
  #older = new Map<string, Value>();

  get(key: string): Value | undefined {
    const value = this.#recent.get(key);
    if (value !== undefined) return value;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: Value): void {
    if (this.#recent.size >= KEPT) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
  }

  /** The value of a key, made where there is none; `undefined` is no value. */
  getOrMake(key: string, make: () => Value): Value {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.set(key, made);
    return made;
  }
}
