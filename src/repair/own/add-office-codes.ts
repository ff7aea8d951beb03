import type { ExtractionDocument, Organization } from "../../model/extraction.ts";
import type { ListedOffice } from "./listed-office.ts";

interface CodedOrganization extends Organization {
  /** The code that the office's own list gives it. */
  readonly officeCode: string;
}

/**
 * The documents with the code of their office, where a list has exactly one office of this name at this place.
 * Without a list, and for offices that it does not have, nothing is added.
 */
export function addOfficeCodes(
  documents: readonly ExtractionDocument[],
  listed: readonly ListedOffice[],
): readonly ExtractionDocument[] {
  if (listed.length === 0) return documents;
  return documents.map((document) => {
    const organization = withCode(document.organization, listed);
    return organization === null ? document : { ...document, organization };
  });
}

function withCode(organization: Organization, listed: readonly ListedOffice[]): CodedOrganization | null {
  const { name, provinceCode, districtCode } = organization;
  const found = listed.filter(
    (office) =>
      office.fullName === name &&
      office.provinceCode === provinceCode &&
      (office.districtCode === null || districtCode === null || office.districtCode === districtCode),
  );
  const [office] = found;
  if (found.length !== 1 || office === undefined || office.officeCode === null) return null;
  return { ...organization, officeCode: office.officeCode };
}
