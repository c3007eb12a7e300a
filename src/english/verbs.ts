/** What a verb of speech takes, and what it can be taken for. */
export type Trait =
  /** A statement: "noted that …", "noted …", "…", she noted. */
  | "clause"
  /** A noun phrase that is what was said: "denied the charge". */
  | "object"
  /** First who it was said to: "told reporters that …". */
  | "hearer"
  /** A statement only as a clause ("believes that …"); a noun phrase never is one. */
  | "thought"
  /** Comfortable before its subject: “…,” said Smith. */
  | "inverts"
  /** A deed of the speaker's or the hearer's: "promised to …", "asked her to …". */
  | "to-do"
  /** A deed in -ing: "denied having met him". */
  | "doing"
  /** Hardly ever a clause without "that": "pledged delegates as the vote nears" is none. */
  | "that"
  /** A name for something, which is a statement only where it is quoted: "called the plan “dead”". */
  | "naming"
  /** A clause whose subject stands before the source: "the resolve she argues is needed". */
  | "gap"
  /** A deed where it is a participle, unless its object is quoted: "echoing the mayor". */
  | "acts"
  /** A deed where its object is but a thing that is named: "denied the charge", "praised the visitors". */
  | "judges"
  /** Told by who finds out, not by who finds a thing: "the survey found that …", but "he found his voice". */
  | "finding"
  /** Says too little of speech to attribute words quoted in the narrator's sentence by itself: "put a “ban” on it". */
  | "weak"
  /** Nothing but a verb in any of its forms. */
  | "alone"
  /** The last letter is doubled: "quipped". */
  | "doubled";

/** A verb of speech or thought. */
export interface Verb {
  readonly lemma: string;
  readonly traits: ReadonlySet<Trait>;
  /** The word without which it is no verb of speech: "pointed out", "summed up"; `null` where it needs none. */
  readonly particle: RegExp | null;
  /** The prepositions behind which its object is what was said: "warned of a flood". */
  readonly of: RegExp | null;
  /** The objects that make a deed of it: "claimed victory", "declared war", "found himself". */
  readonly deed: RegExp | null;
  /** Base, third person, past and -ing form; between the last two a participle of its own, if it has one. */
  readonly forms: readonly string[];
  /** Which of these forms are nothing but this verb. */
  readonly alone: readonly string[];
}

/** One row a verb: its traits, and expressions for single words in brackets. */
const VERBS = `
  accuse object judges alone:(base|present|gerund)
  acknowledge clause object inverts doing alone
  add clause inverts weak
  admit clause object inverts doing alone doubled
  advise hearer to-do
  affirm clause weak alone
  agree clause inverts that alone
  allege clause object gap acts alone:(base|present|gerund)
  announce clause object inverts alone
  answer clause inverts that
  apologise clause that
  apologize clause that
  applaud object judges
  argue clause inverts gap of:(for|against) alone
  ask clause hearer inverts to-do that
  assert clause object inverts alone
  assure hearer alone:(base|present|gerund)
  attest clause
  aver clause doubled
  bark clause
  beam clause inverts that weak
  beg hearer to-do doubled
  believe thought gap alone:(base|present|past)
  bellow clause
  bemoan clause
  blame object judges
  blast object judges
  boast clause inverts of:(of|about)
  brag clause weak of:(of|about) doubled
  bristle clause that
  call object naming of:(for)
  caution clause hearer to-do
  certify clause weak
  chant clause inverts
  cheer clause that
  cite object that naming
  claim clause to-do object inverts gap acts deed:(victory|victories|wins?|percent|votes?|delegates?|nomination|seats?|lead|prize|title|lives|life|territory|responsibility|ownership|asylum)
  clarify clause alone
  comment clause inverts that weak of:(on|about)
  complain clause inverts of:(of|about) alone
  concede clause inverts alone
  conclude clause inverts alone
  condemn object judges alone
  confess judges clause doing
  confirm clause object inverts deed:(nominees?) alone:(base|present|gerund)
  contend clause gap alone
  continue clause inverts weak
  convince hearer weak alone:(base|present)
  counsel clause
  counter clause inverts that
  criticise object judges alone
  criticize object judges alone
  crow clause that
  cry clause inverts
  deadpan clause weak
  declare clause object inverts deed:(victory|war|bankruptcy|independence) alone
  decree clause
  decry object judges alone
  defend object judges acts weak
  demand object
  demonstrate clause that weak alone
  denounce object judges alone
  deny judges clause object doing deed:(bail|access|entry|visas?|requests?|chance) alone
  deride object judges
  describe object that alone
  determine clause that weak
  disclose clause alone
  discuss object acts weak
  dismiss object judges acts
  dispute object judges
  doubt thought
  dub object naming doubled
  echo clause object that acts
  elaborate clause that
  emphasise clause object weak alone
  emphasize clause object weak alone
  estimate clause object weak
  exclaim clause inverts weak alone
  expect thought weak
  explain clause inverts alone
  express object acts
  fear thought gap
  find clause finding deed:(himself|herself|themselves|itself|ways?|ground|time|it|refuge|work|success|comfort) forms:(finds|found|found|finding)
  forecast clause forms:(forecasts|forecast|forecast|forecasting)
  fume clause that
  gripe clause that
  grumble clause that
  gush clause that
  hail object judges
  highlight clause object that weak
  hint clause
  hope thought gap
  hypothesise clause weak
  hypothesize clause weak
  illustrate clause weak alone
  implore hearer to-do
  imply clause alone
  indicate clause weak alone
  inform hearer alone
  insist clause inverts gap of:(on|upon) alone
  instruct hearer to-do
  interject clause weak
  intone clause weak
  joke clause clause inverts of:(about)
  label object naming forms:(labels|labeled|labelled|labeling)
  lambaste object judges
  lament clause object inverts
  lie clause that weak forms:(lies|lied|lied|lying)
  liken object naming
  maintain clause inverts that gap
  marvel clause
  mention clause object doing
  mock object judges acts
  murmur clause
  muse clause inverts weak
  mutter clause
  narrate clause
  note clause object inverts gap
  notify hearer alone:(present|past|gerund)
  object clause that
  observe clause inverts
  offer clause to-do that
  opine clause
  order hearer to-do
  persuade hearer weak alone
  petition hearer to-do weak
  plead clause that
  pledge clause object to-do that
  point clause object particle:(out|to)
  pray hearer that weak
  portray object naming weak
  posit clause weak
  post clause inverts that naming
  praise object judges
  preach clause
  predict clause object inverts gap weak alone
  proclaim clause inverts alone:(base|present|gerund)
  project clause
  promise clause object hearer to-do
  propose clause object doing that alone:(base|present|gerund)
  protest clause that
  publish clause that naming
  put clause weak particle:(it) forms:(puts|put|put|putting)
  question object judges acts
  quip clause inverts weak doubled
  rave clause of:(about)
  read clause inverts that weak forms:(reads|read|read|reading)
  reaffirm clause weak
  reason clause weak
  reassert clause weak
  reassure hearer
  rebut clause doubled
  recall clause inverts doing weak
  reckon clause
  recommend clause object to-do doing that alone:(base|present|gerund)
  reconfirm clause weak
  recount clause inverts doing weak
  refer object naming particle:(to) alone doubled
  reiterate clause object alone
  reject object judges object acts alone
  relate clause that weak
  remark clause inverts
  remind hearer weak alone
  repeat clause object that
  reply clause inverts that
  report clause object inverts doing
  respond clause inverts that of:(with) alone
  restate clause weak
  retort clause inverts
  retweet clause
  reveal clause object inverts
  ridicule object judges
  rule clause that
  say clause inverts gap forms:(says|said|said|saying)
  scoff clause
  scream clause inverts weak
  shout clause inverts weak
  show clause finding weak deed:(restraint|interest|respect|courage|patience|signs?|hints?|strength|promise|contempt|resolve) forms:(shows|showed|shown|showing)
  sigh clause inverts
  signal clause that weak
  slam object judges doubled
  snap clause weak doubled
  sneer clause
  speculate clause weak alone
  state clause inverts
  stipulate clause
  stress clause object inverts weak
  submit clause that doubled
  suggest clause object inverts doing gap alone
  sum clause weak particle:(up) doubled
  summarise clause
  summarize clause
  surmise clause weak
  suspect thought
  swear clause forms:(swears|swore|sworn|swearing)
  tell hearer inverts to-do deed:(story|stories|tales?|truth|lies|jokes?) alone forms:(tells|told|told|telling)
  testify clause of:(about|to) alone
  threaten clause to-do that
  theorise clause weak
  theorize clause weak
  think thought gap of:(about) alone:(base|present) forms:(thinks|thought|thought|thinking)
  tout clause object that acts
  tweet clause object inverts
  urge clause hearer to-do that alone:(gerund)
  vent clause
  voice object acts
  volunteer clause that weak
  vow clause inverts to-do that
  warn clause object hearer inverts to-do of:(of|about|against)
  whisper clause
  wonder clause inverts weak
  worry thought
  write clause inverts of:(about) alone forms:(writes|wrote|written|writing)
  yell clause inverts weak
`;

/** The classes of a verb's forms, in their order. */
export const FORMS = ["base", "present", "past", "gerund"] as const;

function readRow(row: string): Verb {
  const [lemma = "", ...entries] = row.trim().split(/\s+/);
  const traits = new Set<Trait>();
  const keyed = new Map<string, string>();
  for (const entry of entries) {
    const [, key = entry, value] = /^([a-z-]+):\((.*)\)$/.exec(entry) ?? [];
    if (value === undefined) traits.add(key as Trait);
    else keyed.set(key, value);
  }
  const expression = (key: string): RegExp | null => {
    const value = keyed.get(key);
    return value === undefined ? null : new RegExp(`^(?:${value})$`);
  };
  const own = keyed.get("forms")?.split("|");
  const forms = [lemma, ...(own ?? regularForms(traits.has("doubled") ? lemma + lemma.slice(-1) : lemma, lemma))];
  return {
    lemma,
    traits,
    particle: expression("particle"),
    of: expression("of"),
    deed: expression("deed"),
    forms,
    alone: traits.has("alone") ? FORMS : (keyed.get("alone")?.split("|") ?? []),
  };
}

/** Third person, past and -ing form. */
function regularForms(stem: string, verb: string): readonly string[] {
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith("ee")) return [`${verb}s`, `${verb}d`, `${verb}ing`];
  if (verb.endsWith("e")) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const third = /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [third, `${stem}ed`, `${stem}ing`];
}

const byForm = new Map<string, Verb>();

/** The tag of each form that is nothing but a verb of speech. */
export const VERBS_ALONE = new Map<string, (typeof FORMS)[number]>();

for (const row of VERBS.trim().split("\n")) {
  const verb = readRow(row);
  for (const form of verb.forms) if (!byForm.has(form)) byForm.set(form, verb);
  for (const [at, name] of FORMS.entries())
    if (verb.alone.includes(name)) VERBS_ALONE.set(verb.forms.at(at === 3 ? -1 : at) ?? "", name);
}

/** The verb of speech that a lower-case form belongs to, or `null`. */
export const speechVerb = (form: string): Verb | null => byForm.get(form) ?? null;

export const isSpeechVerb = (form: string): boolean => byForm.has(form);
