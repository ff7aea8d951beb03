import { UNKNOWN_ORGANIZATION } from "../model/extraction.ts";
import { type Remark, remark } from "../model/remark.ts";
import { type OrganizationEvidence, toEvidenceTexts } from "./evidence-text.ts";
import type { OrganizationDictionaries, ResolvedOrganization } from "./organization.ts";
import { weighHypotheses } from "./organization-hypotheses.ts";
import type { Place, PlaceSpelling } from "./place-index.ts";
import { type OrganizationReadings, readOrganization } from "./read-organization.ts";
import { MIN_BELIEF, type RepairedField, repairName, repairPlace } from "./repair-organization-fields.ts";
import { findSpecialOffice } from "./special-office.ts";
import { type WeighedValue, weighField } from "./weigh-field.ts";

/**
 * Which office a document comes from, by all that it says about it together: every reading of the name, of the
 * district and of the province is compared with every office that the gazetteer allows, and the offices that
 * explain them at the least cost are believed most. A field is filled where those agree on it.
 *
 * The name of an อบต. is a sub-district of its district; a municipality may have a name of its own, which then
 * stays as read. Without district and province an office has codes only if its name is unique in the country or
 * the bodies of its province are named in the running text.
 */
export function resolveOrganization(
  evidence: OrganizationEvidence,
  dictionaries: OrganizationDictionaries,
): ResolvedOrganization {
  const { places, offices, costs } = dictionaries;
  const sources = toEvidenceTexts(evidence);
  const readings = readOrganization(sources, offices, costs);
  const { office } = readings;
  const hypotheses = weighHypotheses(readings, places, costs);
  if (office === null || hypotheses.length === 0) {
    return findSpecialOffice(sources, dictionaries) ?? unresolved(readings);
  }

  const codeOf = (place: Place | null): string | null => place?.code ?? null;
  const name = weighField(
    hypotheses,
    (hypothesis) => hypothesis.name,
    (value) => value?.name ?? null,
  );
  const subdistrict = weighField(hypotheses, (hypothesis) => hypothesis.subdistrict, codeOf);
  const district = weighField(hypotheses, (hypothesis) => hypothesis.district, codeOf);
  const province = weighField(hypotheses, (hypothesis) => hypothesis.province, codeOf);

  const fields = {
    name: repairName(office.prefix, readings.names, name, costs),
    district: repairPlace(readings.districts, district, costs),
    province: repairPlace(readings.provinces, province, costs),
  };
  const filled = Object.values(fields).filter(({ text }) => text !== null);
  const namesake = fields.name.isSure && subdistrict.belief >= MIN_BELIEF ? subdistrict.value : null;
  return {
    organization: {
      name: fields.name.text,
      kind: office.kind,
      subdistrict: namesake?.name ?? null,
      subdistrictCode: codeOf(namesake),
      district: fields.district.text,
      districtCode: fields.district.isSure ? codeOf(district.value) : null,
      province: fields.province.text,
      provinceCode: fields.province.isSure ? codeOf(province.value) : null,
    },
    repairs: { name: fields.name.field, district: fields.district.field, province: fields.province.field },
    confidence: Math.min(1, ...filled.map(({ field }) => field.confidence)),
    remarks: [
      ...remarkName(fields.name, name),
      // A provincial office lies in no one district.
      ...(office.namedAfter === "province" && fields.district.text === null
        ? []
        : remarkPlace("district", fields.district, district)),
      ...remarkPlace("province", fields.province, province),
    ],
  };
}

function remarkName(
  { text, isSure }: RepairedField,
  { value, hypothesis }: WeighedValue<PlaceSpelling | null>,
): Remark[] {
  const place = { field: "organization.name" };
  if (text === null) {
    return [
      remark("organization-name-missing", "warning", "No name stands behind the kind of office.", place),
    ];
  }
  if (!isSure) {
    const guess = value === null || text.endsWith(value.name) ? "" : ` It may be ${value.name}.`;
    return [remark("organization-name-unsure", "warning", `"${text}" is kept as read.${guess}`, place)];
  }
  const unlisted = `"${text}" is called after no place of its district: kept as read.`;
  return hypothesis.isListed ? [] : [remark("organization-name-unlisted", "info", unlisted, place)];
}

function remarkPlace(
  level: "district" | "province",
  { text, isSure, field }: RepairedField,
  { value }: WeighedValue<Place | null>,
): Remark[] {
  const place = { field: `organization.${level}` };
  if (isSure && value !== null) {
    const derived = `No ${level} is named: ${value.name} follows from the name of the office.`;
    return field.observed === null ? [remark(`${level}-derived`, "info", derived, place)] : [];
  }
  if (text === null) {
    const message = `No ${level} is named, and the name of the office alone does not tell it.`;
    return [remark(`${level}-unknown`, "warning", message, place)];
  }
  const guess = value === null ? "" : ` It may be ${value.name}.`;
  return [
    remark(`${level}-unsure`, "warning", `"${text}" is no sure ${level}: kept as read.${guess}`, place),
  ];
}

function unresolved({ office }: OrganizationReadings): ResolvedOrganization {
  const nothing = { observed: null, repairs: [], confidence: 0, place: null };
  return {
    organization: { ...UNKNOWN_ORGANIZATION, kind: office?.kind ?? null },
    repairs: { name: nothing, district: nothing, province: nothing },
    confidence: 0,
    remarks: [
      remark("organization-not-found", "warning", "Neither cover nor title nor text names an office.", {
        field: "organization.name",
      }),
    ],
  };
}
