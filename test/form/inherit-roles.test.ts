import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharedExtent } from "../../src/form/column-edges.ts";
import { inheritFromNearest } from "../../src/form/inherit-roles.ts";
import { COLUMN_ROLES, type FormColumn } from "../../src/model/form.ts";

type Columns = readonly FormColumn[];

const column = (index: number, role: FormColumn["role"], left: number, right: number): FormColumn => ({
  index,
  role,
  isByOrder: false,
  headings: [],
  left,
  right,
});

/** Columns side by side, a few of them without a role, each role once. */
const tables: fc.Arbitrary<Columns[]> = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.array(fc.tuple(fc.integer({ min: 5, max: 60 }), fc.boolean()), { minLength: 1, maxLength: 8 }),
      fc.shuffledSubarray([...COLUMN_ROLES], { minLength: 8 }),
    )
    .map(([start, planned, roles]) => {
      let left = start;
      return planned.map(([width, isKnown], index) => {
        const made = column(index, isKnown ? roles[index]! : null, left, left + width);
        left += width;
        return made;
      });
    }),
  { minLength: 1, maxLength: 12 },
);

/** What one table gives another, each of its columns compared with each. */
function inherit(columns: Columns, source: Columns): Columns {
  if (columns.every(({ role }) => role !== null)) return columns;
  const pairs = (shift: number): { score: number; roles: FormColumn["role"][] } => {
    let score = 0;
    const roles = columns.map((own) => {
      let [best, share]: [FormColumn | null, number] = [null, 0.5];
      for (const other of source) {
        const common = sharedExtent(own, { left: other.left + shift, right: other.right + shift });
        if (common > share) [best, share] = [other, common];
      }
      if (best !== null) score += share;
      return best?.role ?? null;
    });
    return { score, roles };
  };
  const [onPaper, byEdge] = [pairs(0), pairs((columns[0]?.left ?? 0) - (source[0]?.left ?? 0))];
  const { roles } = byEdge.score > onPaper.score ? byEdge : onPaper;
  const taken = new Set(columns.map(({ role }) => role));
  return columns.map((own, index) => {
    const role = roles[index] ?? null;
    if (own.role !== null || role === null || (taken.has(role) && role !== "issues")) return own;
    taken.add(role);
    return { ...own, role };
  });
}

describe("inheritFromNearest", () => {
  it("gives what each of the other tables gives, the nearest first and earlier ones before later ones", () => {
    fc.assert(
      fc.property(tables, (all) => {
        const expected = all.map((columns, index) =>
          [...all.slice(0, index).toReversed(), ...all.slice(index + 1)].reduce(inherit, columns),
        );
        expect(inheritFromNearest(all)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("finds the one table with headings however far away it is", () => {
    const known = [column(0, "activity", 0, 50), column(1, "target", 50, 100), column(2, "result", 100, 150)];
    const bare = known.map((own) => ({ ...own, role: null }));
    const roles = inheritFromNearest([known, ...Array.from({ length: 500 }, () => bare)])
      .at(-1)
      ?.map(({ role }) => role);
    expect(roles).toEqual(["activity", "target", "result"]);
  });

  it("asks each table as often in a long document as in a short one", () => {
    const looks = (tableCount: number): number => {
      let count = 0;
      const all = Array.from({ length: tableCount }, (_, table): Columns =>
        COLUMN_ROLES.slice(0, 5).map((role, index) => ({
          ...column(index, index === 4 ? null : role, 0, 0),
          get left() {
            count += 1;
            return index * 50 + table / 1000;
          },
          get right() {
            return index * 50 + 50 + table / 1000;
          },
        })),
      );
      inheritFromNearest(all);
      return count;
    };
    expect(looks(800) / looks(200)).toBeLessThan(5);
  });
});
