import { createPageReader } from "./page-reader.ts";
import { servePages } from "./serve-pages.ts";

servePages(createPageReader);
