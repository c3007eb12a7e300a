/**
 * What a noun can be to a statement.
 *
 * - `message`: holds a statement ("a statement saying …", "a survey found …").
 * - `statement`: takes a statement as "that …" ("his claim that …").
 * - `speech`: holds words of its owner's where they are quoted ("his call for “…”").
 * - `comment`: with it a narrator looks back on what was said (", a reference to …").
 * - `role`: stands before a name without a comma ("host Chris Wallace").
 * - `audience`: those who are told things, in the plural: what follows without a comma is no part of their name.
 * - `inquirer`: finds out and tells ("the court found …", "figures show …").
 */
export const NOUN_KINDS = ["message", "statement", "speech", "comment", "role", "audience", "inquirer"] as const;

export type NounKind = (typeof NOUN_KINDS)[number];

/** Every noun once, by all that it can be. */
const NOUNS: Readonly<Record<string, string>> = {
  audience: `
    reporters journalists lawmakers legislators senators jurors prosecutors supporters voters viewers listeners
    readers investors colleagues residents officers detectives mps
  `,
  comment: `
    swipe dig nod shot rebuke departure reversal shift move tactic strategy position stance sentiment notion idea term
    label point theme concession plan signal echo contrast rate figure number increase decrease drop rise practice
    reaction comparison assessment
  `,
  inquirer: `
    surveys studies research data figures analysis analyses numbers statistics review reviews inquiry inquiries
    investigation investigations investigator audit audits auditor auditors researchers scientists experts pollsters
    economists court courts judges jury panel panels commission committee tribunal inspector inspectors record records
    filings paper papers test tests census results
  `,
  message: `
    letter letters email emails e-mail e-mails memo signs ad ads text op-ed note notes poll polls interview speech
    filing brief article story headline headlines transcript video release survey study document documents book column
    editorial
  `,
  role: `
    host anchor reporter correspondent president minister chancellor secretary senator representative governor mayor
    general colonel justice professor chairman chairwoman chair director chief ambassador attorney congressman
    congresswoman speaker sheriff detective officer spokesman spokeswoman spokesperson strategist adviser advisor aide
    manager lawyer candidate nominee rival lawmaker leader commissioner editor journalist author activist actor
    actress singer coach player doctor wife husband daughter son brother sister father mother friend colleague
    counterpart magazine newspaper network agency website broadcaster founder executive billionaire mogul businessman
    businesswoman historian teacher pastor rabbi imam priest bishop star comedian delegate supporter voter resident
    student partner consultant operative surrogate prosecutor media outlet site blog columnist commentator moderator
    contributor producer
  `,
  speech: `
    pledges promises vow vows chant chants cries cry shout shouts charges arguments descriptions characterizations
    characterisations depiction depictions portrayal portrayals criticisms critique critiques denunciation
    denunciations condemnation condemnations attack attacks proposals demand demands request requests appeal appeals
    plea pleas rejection rejections dismissal dismissals endorsement endorsements praise defense defence defenses
    defences references allusions mantra mantras motto mottos slogan slogans phrases quip quips joke jokes lines words
    declarations proclamation proclamations question questions answer answers replies reply retort retorts dictum
    maxim maxims vision rhetoric talk broadside broadsides tirade tirades rant rants taunt taunts insult insults jabs
  `,
  statement: `
    acknowledgment conclusion finding findings estimate denial belief opinion concern concerns fear fears hope hopes
  `,
  "audience inquirer": `investigators analysts`,
  "message comment": `sign`,
  "message speech": `statements tweet tweets messages post posts call calls responses`,
  "message statement": `report reports`,
  "role inquirer": `judge pollster analyst expert economist scientist researcher`,
  "speech comment": `
    charge description characterization characterisation criticism proposal reference allusion phrase line word jab
  `,
  "statement comment": `announcement admission view`,
  "statement speech": `
    claims assertions allegations suggestions accusations contention warnings predictions comments remarks declaration
    insistence complaint complaints
  `,
  "message speech comment": `message response`,
  "statement speech comment": `
    claim assertion argument allegation suggestion accusation warning prediction comment remark promise pledge
  `,
  "message statement speech comment": `statement`,
};

const kinds = new Map<string, ReadonlySet<string>>(
  Object.entries(NOUNS).flatMap(([names, nouns]) => {
    const own = new Set(names.split(" "));
    return nouns
      .trim()
      .split(/\s+/)
      .map((noun): [string, ReadonlySet<string>] => [noun, own]);
  }),
);

/** Whether a noun, in lower case, is of a kind. */
export const isNoun = (noun: string, kind: NounKind): boolean => kinds.get(noun)?.has(kind) === true;
