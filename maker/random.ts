/**
 * A seeded source of chance: the same seed gives the same numbers on every machine, which `Math.random` can't promise.
 * Everything in the maker draws from one of these, so that a made document can be made again from its seed.
 */
export interface Random {
  /** A whole number from 0 to 2^32 - 1; the cheapest draw, for loops over pixels. */
  uint32(): number;
  /** At least 0, below 1. */
  next(): number;
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Normally distributed (Box and Muller). */
  normal(mean: number, deviation: number): number;
  pick<T>(items: readonly T[]): T;
  /** By weight: `[["grey", 3], ["white", 1]]` gives grey three times in four. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  shuffle<T>(items: readonly T[]): T[];
  /** An independent stream: what is drawn from it never shifts what its parent draws next. */
  fork(label: string): Random;
}

/** FNV-1a over UTF-16 units, then a final mix; spreads labels and small seeds over 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Makes a stream from any seed. The generator is sfc32 (Chris Doty-Humphrey, PractRand). */
export function makeRandom(seed: string | number): Random {
  const name = String(seed);
  let [a, b, c, counter] = [hashText(`${name}/a`), hashText(`${name}/b`), hashText(`${name}/c`), 1];

  function uint32(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  for (let warmUp = 0; warmUp < 12; warmUp += 1) uint32();

  const next = (): number => uint32() / 0x1_0000_0000;
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    uint32,
    next,
    integer,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items) => {
      if (items.length === 0) throw new Error("pick needs at least one item");
      return items[integer(0, items.length - 1)]!;
    },
    weighted: (choices) => {
      let rest = next() * choices.reduce((sum, choice) => sum + choice[1], 0);
      for (const [item, weight] of choices) {
        rest -= weight;
        if (rest < 0) return item;
      }
      throw new Error("weighted needs at least one choice with a weight above 0");
    },
    shuffle: (items) => {
      const result = [...items];
      for (let index = result.length - 1; index > 0; index -= 1) {
        const other = integer(0, index);
        [result[index], result[other]] = [result[other]!, result[index]!];
      }
      return result;
    },
    fork: (label) => makeRandom(`${name}/${label}`),
  };
}
