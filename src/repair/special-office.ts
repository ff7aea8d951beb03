import { diffToRepairs } from "./diff-to-repairs.ts";
import { type EvidenceText, observedText, placeOf } from "./evidence-text.ts";
import { findApproximate } from "./find-approximate.ts";
import type { OrganizationDictionaries, ResolvedOrganization } from "./organization.ts";

/** Share of a special office's name that may be wrong; both names are long and unlike any other. */
const MAX_DISTANCE = 0.25;

/**
 * เมืองพัทยา or กรุงเทพมหานคร, if cover or title names one. To be asked only where no other kind of office was
 * found: both names stand in addresses too.
 */
export function findSpecialOffice(
  sources: readonly EvidenceText[],
  { offices, places, costs }: OrganizationDictionaries,
): ResolvedOrganization | null {
  for (const source of sources.filter(({ part }) => part !== "mention")) {
    for (const special of offices.special) {
      const [found] = findApproximate(source.compact, special.name, MAX_DISTANCE, costs);
      if (found === undefined) continue;
      const district = special.districtCode === null ? null : places.districts.get(special.districtCode)!;
      const province = places.provinces.get(special.provinceCode)!;
      const observed = observedText(source, found.start, found.end);
      const confidence = 1 - found.distance;
      const derived = (name: string) => ({
        observed: null,
        repairs: diffToRepairs("", name, "dictionary:places", confidence),
        confidence,
        place: null,
      });
      return {
        organization: {
          name: special.name,
          kind: "special",
          subdistrict: null,
          subdistrictCode: null,
          district: district?.name ?? null,
          districtCode: district?.code ?? null,
          province: province.name,
          provinceCode: province.code,
        },
        repairs: {
          name: {
            observed,
            repairs: diffToRepairs(observed, special.name, "dictionary:offices", confidence),
            confidence,
            place: placeOf(source, found.start, found.end),
          },
          district: district === null ? NO_DISTRICT : derived(district.name),
          province: derived(province.name),
        },
        confidence,
        remarks: [],
      };
    }
  }
  return null;
}

const NO_DISTRICT = { observed: null, repairs: [], confidence: 0, place: null };
