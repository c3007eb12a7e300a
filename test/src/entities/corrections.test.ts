import { describe, expect, it } from "vitest";
import { applyCorrections, type Correction } from "../../../src/entities/corrections.ts";
import type { Entity, EntityKind } from "../../../src/entities/entity.ts";

const PAGE = "example.org/story";

function entity(kind: EntityKind, name: string, start: number, aliases: readonly string[] = []): Entity {
  return { kind, name, aliases, role: null, mentions: [{ start, end: start + name.length, repeated: false }] };
}

const FOUND = [
  entity("person", "Helen Marsh", 0, ["Marsh"]),
  entity("place", "Venn", 40),
  entity("person", "Venn", 60),
];

function correction(form: string, from: EntityKind, to: EntityKind | null, page: string | null = null): Correction {
  return { form, from, to, page };
}

const outline = (entities: readonly Entity[]): string[] => entities.map(({ kind, name }) => `${kind} ${name}`);

describe("applyCorrections", () => {
  it("leaves everything as it is without corrections", () => {
    expect(applyCorrections(FOUND, [], PAGE)).toEqual(FOUND);
  });

  it("takes away what is none of the kinds", () => {
    expect(outline(applyCorrections(FOUND, [correction("Venn", "place", null)], PAGE))).toEqual([
      "person Helen Marsh",
      "person Venn",
    ]);
  });

  it("reaches an entity through another form, in any case", () => {
    expect(outline(applyCorrections(FOUND, [correction(" MARSH ", "person", null)], PAGE))).toEqual([
      "place Venn",
      "person Venn",
    ]);
  });

  it("joins what becomes alike", () => {
    const corrected = applyCorrections(FOUND, [correction("Venn", "place", "person")], PAGE);
    expect(outline(corrected)).toEqual(["person Helen Marsh", "person Venn"]);
    expect(corrected[1]?.mentions.map(({ start }) => start)).toEqual([40, 60]);
  });

  it("holds for one page only where it says so", () => {
    const here = correction("Venn", "place", null, PAGE);
    expect(applyCorrections(FOUND, [here], PAGE)).toHaveLength(2);
    expect(applyCorrections(FOUND, [here], "example.org/other")).toEqual(FOUND);
  });

  it("lets the page's own correction outweigh the general one, and a later one an earlier", () => {
    const general = correction("Venn", "place", null);
    const here = correction("Venn", "place", "organisation", PAGE);
    expect(outline(applyCorrections(FOUND, [here, general], PAGE))).toContain("organisation Venn");
    const later = correction("Venn", "place", "person");
    expect(outline(applyCorrections(FOUND, [general, later], PAGE))).toEqual(["person Helen Marsh", "person Venn"]);
  });

  it("drops a person's role with the person", () => {
    const mayor = { ...entity("person", "Helen Marsh", 0), role: "mayor" };
    expect(applyCorrections([mayor], [correction("Helen Marsh", "person", "organisation")], PAGE)[0]?.role).toBeNull();
  });
});
