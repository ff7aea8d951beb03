import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface PlaceNames {
  readonly subDistricts: readonly string[];
  readonly districts: readonly string[];
  readonly provinces: readonly string[];
}

/** As `dictionaries/build-places.ts` writes it; `subdistricts` is `CODE NAME|CODE NAME…`. */
interface PlaceFile {
  readonly provinces: readonly {
    readonly name: string;
    readonly districts: readonly { readonly name: string; readonly subdistricts: string }[];
  }[];
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.normalize("NFC")))].toSorted();
}

/** Every place name of the project's gazetteer. */
export function loadPlaceNames(): PlaceNames {
  const path = join(import.meta.dirname, "../../dictionaries/places.json");
  const { provinces } = JSON.parse(readFileSync(path, "utf8")) as PlaceFile;
  const districts = provinces.flatMap((province) => province.districts);
  const subDistricts = districts.flatMap((district) => district.subdistricts.split("|"));
  return {
    subDistricts: distinct(subDistricts.map((entry) => entry.slice(entry.indexOf(" ") + 1))),
    districts: distinct(districts.map((district) => district.name)),
    provinces: distinct(provinces.map((province) => province.name)),
  };
}
