/**
 * The verbs that attribute, by what they take.
 *
 * - `clause`: a statement ("noted that …", "noted …", "…", she noted).
 * - `object`: a noun phrase is what was said ("denied the charge").
 * - `hearer`: first who it was said to ("told reporters that …").
 * - `thought`: a statement only as a clause ("believes that …"); a noun phrase never is one.
 */
export type Frame = "clause" | "object" | "hearer" | "thought";

export interface CueVerb {
  readonly lemma: string;
  readonly frames: ReadonlySet<Frame>;
  /** Comfortable before its subject: “…,” said Smith. */
  readonly inverts: boolean;
}

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

const BY_FRAME: Readonly<Record<Frame, readonly string[]>> = {
  clause: list(`
    say add note report state claim indicate maintain explain stress emphasize emphasise reiterate observe remark
    mention repeat reveal disclose suggest estimate conclude recall predict warn caution testify complain speculate
    respond reply answer continue contend assert allege affirm confirm concede acknowledge admit boast joke quip tweet
    post exclaim lament muse opine retort counter declare proclaim announce clarify reckon vow pledge promise agree
    argue insist hint imply posit recount rule object echo chant shout yell scream whisper murmur mutter gush fume snap
    deadpan elaborate interject preach rave tout brag hypothesize theorize surmise forecast project find show
    demonstrate illustrate highlight read write gripe joke swear marvel sigh intone retweet comment ask wonder point
    put beam bemoan bellow bark cry scoff summarize summarise sum bristle determine recommend propose
    rebut plead protest offer volunteer stipulate signal relate attest certify decree reason theorise hypothesise
    grumble crow vent cheer sneer counsel urge deny lie apologize apologise confess restate reaffirm reassert
    reconfirm publish
  `),
  object: list(`
    express voice deny criticize criticise condemn denounce praise describe call dub label slam blast mock reject
    dispute decry deride ridicule lambaste dismiss applaud defend cite propose announce reveal claim mention reiterate
    predict highlight acknowledge admit confirm allege stress emphasize emphasise demand hail question
    declare promise pledge recommend warn estimate suggest report accuse blame repeat lament reject assert discuss
    echo tout refer portray liken note point tweet
  `),
  hearer: list(`
    tell inform remind assure reassure advise notify ask urge warn promise convince persuade implore beg instruct
    order
  `),
  thought: list("believe think hope fear expect doubt suspect worry"),
};

const INVERTING = new Set(
  list(`
    say add ask write explain note argue tweet recall announce declare insist continue conclude reply respond quip joke
    exclaim warn observe remark state shout yell claim admit acknowledge lament boast complain suggest report answer
    read predict reveal muse beam cry confirm comment agree maintain tell scream chant post counter retort recount
    concede assert stress vow sigh wonder proclaim thunder
  `),
);

const IRREGULAR: Readonly<Record<string, string>> = {
  say: "says said said saying",
  tell: "tells told told telling",
  write: "writes wrote written writing",
  think: "thinks thought thought thinking",
  swear: "swears swore sworn swearing",
  find: "finds found found finding",
  show: "shows showed shown showing",
  feel: "feels felt felt feeling",
  know: "knows knew known knowing",
  understand: "understands understood understood understanding",
  forecast: "forecasts forecast forecast forecasting",
  put: "puts put put putting",
  read: "reads read read reading",
  lie: "lies lied lied lying",
  quip: "quips quipped quipped quipping",
  admit: "admits admitted admitted admitting",
  sum: "sums summed summed summing",
  slam: "slams slammed slammed slamming",
  dub: "dubs dubbed dubbed dubbing",
  brag: "brags bragged bragged bragging",
  snap: "snaps snapped snapped snapping",
  beg: "begs begged begged begging",
  rebut: "rebuts rebutted rebutted rebutting",
  label: "labels labeled labelled labeling",
  refer: "refers referred referred referring",
};

/** Third person, past, participle and -ing form. */
function formsOf(verb: string): readonly string[] {
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return irregular.split(" ");
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith("e")) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/(?:s|sh|ch|x|z)$/.test(verb)) return [`${verb}es`, `${verb}ed`, `${verb}ing`];
  return [`${verb}s`, `${verb}ed`, `${verb}ing`];
}

const verbs = new Map<string, { lemma: string; frames: Set<Frame>; inverts: boolean }>();
for (const [frame, lemmas] of Object.entries(BY_FRAME) as [Frame, readonly string[]][]) {
  for (const lemma of lemmas) {
    for (const form of [lemma, ...formsOf(lemma)]) {
      const known = verbs.get(form);
      if (known === undefined) verbs.set(form, { lemma, frames: new Set([frame]), inverts: INVERTING.has(lemma) });
      else if (known.lemma === lemma) known.frames.add(frame);
    }
  }
}

/** The attributing verb that a lower-case form belongs to, or `null`. */
export function cueVerb(form: string): CueVerb | null {
  return verbs.get(form) ?? null;
}

export function isCueVerb(form: string): boolean {
  return verbs.has(form);
}

/** Nouns that hold a statement: "a statement saying", "the claim that". */
export const MESSAGE_NOUNS: ReadonlySet<string> = new Set(
  list(`
    statement statements letter letters email emails e-mail e-mails memo tweet tweets message messages sign signs ad ads
    post posts report reports call calls text op-ed note notes poll polls interview speech filing brief article story
    response responses headline headlines transcript video release survey study document documents book column editorial
  `),
);

/** Nouns that take a statement as "that …": "his claim that". */
export const STATEMENT_NOUNS: ReadonlySet<string> = new Set(
  list(`
    claim claims statement assertion assertions argument allegation allegations suggestion suggestions accusation
    accusations contention announcement acknowledgment admission warning warnings prediction predictions conclusion
    finding findings report reports comment comments remark remarks estimate declaration insistence promise pledge
    complaint complaints denial belief view opinion concern concerns fear fears hope hopes
  `),
);

/** Nouns that hold words of their owner's where they are quoted: "his call for “…”". */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
  list(`
    call calls pledge pledges promise promises vow vows chant chants cries cry shout shouts claim claims charge
    charges accusation accusations allegation allegations assertion assertions argument arguments statement
    statements comment comments remark remarks description descriptions characterization characterizations
    characterisation characterisations depiction depictions portrayal portrayals criticism criticisms critique
    critiques denunciation denunciations condemnation condemnations attack attacks warning warnings suggestion
    suggestions proposal proposals demand demands request requests appeal appeals plea pleas rejection rejections
    dismissal dismissals endorsement endorsements praise defense defence defenses defences reference references
    allusion allusions mantra mantras motto mottos slogan slogans phrase phrases quip quips joke jokes line lines
    message messages tweet tweets post posts word words prediction predictions declaration declarations proclamation
    proclamations insistence contention complaint complaints question questions answer answers replies reply
    response responses retort retorts dictum maxim maxims vision rhetoric talk broadside broadsides tirade tirades
    rant rants taunt taunts insult insults jab jabs
  `),
);

/** Nouns with which a narrator looks back on what was said: ", a reference to …", ", a move that …". */
export const COMMENT_NOUNS: ReadonlySet<string> = new Set(
  list(`
    reference allusion swipe jab dig nod shot rebuke departure reversal shift move tactic strategy claim charge
    accusation allegation assertion statement comment remark position stance sentiment view notion idea term phrase
    line label word point argument message theme admission concession warning proposal plan sign signal echo
    contrast rate figure number increase decrease drop rise announcement prediction promise pledge practice response
    reaction comparison assessment description characterization characterisation criticism suggestion
  `),
);

/** Roles that stand before a name without a comma: "host Chris Wallace". */
export const ROLE_NOUNS: ReadonlySet<string> = new Set(
  list(`
    host anchor reporter correspondent president minister chancellor secretary senator representative governor mayor
    general colonel judge justice professor chairman chairwoman chair director chief ambassador attorney congressman
    congresswoman speaker sheriff detective officer spokesman spokeswoman spokesperson strategist pollster adviser
    advisor aide manager analyst expert economist lawyer candidate nominee rival lawmaker leader commissioner editor
    journalist author activist actor actress singer coach player doctor wife husband daughter son brother sister father
    mother friend colleague counterpart magazine newspaper network agency website broadcaster founder executive
    billionaire mogul businessman businesswoman historian scientist researcher teacher pastor rabbi imam priest bishop
    star comedian delegate supporter voter resident student partner consultant operative surrogate prosecutor
    media outlet site blog columnist commentator moderator contributor producer
  `),
);
