import { loadDictionaries } from "../../../src/repair/load-dictionaries.ts";

/** The project's own dictionaries, loaded once for a test file. */
export const dictionaries = loadDictionaries();
