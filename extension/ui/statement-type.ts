import type { Quotation } from "../../src/quotes/quotation.ts";
import { message, type MessageKey } from "../locale/message.ts";

const NAMES: Record<Quotation["type"], MessageKey> = {
  direct: "statementDirect",
  mixed: "statementMixed",
  indirect: "statementIndirect",
};

/** Whose words a statement is in, for people: "In their words". */
export function statementTypeName({ type }: Quotation): string {
  return message(NAMES[type]);
}
