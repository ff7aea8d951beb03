import type { PdfDictionary, PdfObject, PdfValue } from "./read-pdf-objects.ts";

/** The objects of one page cut out of its file. */
export type PageObjects = ReadonlyMap<number, PdfObject>;

/** An image as stored. */
export interface ImageStream {
  readonly dictionary: PdfDictionary;
  readonly bytes: Uint8Array;
}

/** The object that a value refers to, or the value itself. */
export function resolveValue(objects: PageObjects, value: PdfValue | undefined): PdfObject {
  if (isReference(value)) return objects.get(value.objectNumber) ?? { value: null, stream: null };
  return { value: value ?? null, stream: null };
}

/** The image with an object number; null if the object is none. */
export function imageStream(objects: PageObjects, objectNumber: number): ImageStream | null {
  const object = objects.get(objectNumber);
  if (!object?.stream || !(object.value instanceof Map)) return null;
  const dictionary: PdfDictionary = object.value;
  return dictionary.get("Subtype") === "/Image" ? { dictionary, bytes: object.stream } : null;
}

/** The names of an image's filters, in the order in which they are undone. */
export function filterNames(objects: PageObjects, { dictionary }: ImageStream): readonly PdfValue[] {
  const filter = resolveValue(objects, dictionary.get("Filter")).value;
  if (filter === null) return [];
  return Array.isArray(filter) ? filter.map((part: PdfValue) => resolveValue(objects, part).value) : [filter];
}

function isReference(value: PdfValue | undefined): value is { readonly objectNumber: number } {
  return typeof value === "object" && value !== null && "objectNumber" in value;
}
