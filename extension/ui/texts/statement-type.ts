import type { Quotation } from "../../../src/quotes/quotation.ts";
import type { Statement } from "../../../src/reading/statements.ts";
import { message, type MessageKey } from "../../locale/message.ts";

const NAMES: Record<Quotation["type"], MessageKey> = {
  direct: "statementDirect",
  mixed: "statementMixed",
  indirect: "statementIndirect",
};

/** Whose words a statement is in, for people: "In their words". */
export const typeName = (type: Quotation["type"]): string => message(NAMES[type]);

/** Whose words a statement is in, and through whom it came, for people: "In their words · according to Reuters". */
export function statementTypeName(statement: Statement): string {
  const { type, reports } = statement;
  return [
    typeName(type),
    passedOnBy(statement),
    reports.length === 0 ? "" : message("passesOn", new Intl.ListFormat(message("textLanguage")).format(reports)),
  ]
    .filter((piece) => piece !== "")
    .join(" · ");
}

/** Who passes a statement on, the nearest first: "according to his office, according to Reuters"; "" where nobody does. */
export function passedOnBy({ reportedBy }: Statement): string {
  return reportedBy.map((name) => message("accordingTo", name)).join(", ");
}
