import { speechVerb } from "./verbs.ts";

/**
 * Verbs that attribute only what is quoted: those that tell that somebody speaks, writes or judges ("pushed for a “fair
 * deal”"), and those that tell of a deed ("gave money to a “people's fund”"), which attribute nothing.
 */

/** A verb's form without its ending; rough, but the same for all forms of a regular verb. */
function stem(form: string): string {
  const bare = form.replace(/(?:ing|ied|ies|ed|es|s|e|y)$/, "");
  return bare.length < 3 ? form : bare.replace(/([^aeiouls])\1$/, "$1");
}

const stems = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(stem));

const QUOTING = stems(`
  admire advocate agitate air alert allude appeal apprise approve assail assume attack back backtrack bash belittle
  berate beseech blare blog boo boom brand brief broadcast calculate campaign caption carp cast castigate celebrate
  censure challenge champion characterise characterize charge chastise chide coin command commend commit communicate
  compare concur confide confront congratulate conjecture consider contain contest contradict contrast convey convict
  cover credit crusade curse debunk dedicate deem define deliver depict deplore detail detest devote dictate direct
  disagree disapprove disparage dissent divulge email embrace encourage endorse enthuse entitle entreat envisage
  envision equate evoke exalt exhort expound extol exult fault favor favour feature feel fire float foresee forward
  frame fret gasp gloat glorify grouse growl guarantee guess hammer headline heckle herald hit hold identify imagine
  imitate impart include indict insinuate insult interrupt intimate invoke issue jeer judge knock lambast lash laud
  lecture list lobby malign mandate menace mimic moan moot mouth mumble name negate nickname nominate oppose outline
  paint pan paraphrase parrot parry pen pitch plan position pounce prefer prescribe present press presume print
  profess promote pronounce push quibble quote rage rail rank rant rate react rebuke recant recite recollect reference
  reflect refute regard regret rejoin relay remember reminisce reprimand reprise retract rip roar rubbish salute
  savage scold scrawl scribble see seek sell share shoot sign sing sketch skewer slap snarl snipe sob speak specify
  spell stump support suppose table talk target taunt tease term text thank threaten thunder tip title toast translate
  trash trumpet unveil use utter view vilify vouch want welcome whine
`);

const DEEDS = stems(`
  adopt allow appear approach arrest arrive attend become begin belong bring build buy carry cause close collect come
  compete consist contribute cost create cut design develop die donate draw drive drop earn enable enact end enter
  establish expand fall fight file fill finish fly follow force form found fund funnel get give go grow happen hear
  help host implement injure invest jail join keep kill know launch lead learn leave let lift listen live lose make
  manage mark meet move occur open operate own pass pay perform play poll produce put raise realize receive record
  release remain result return rise run seem send sentence serve set sit spend stand star start stay stop sue take
  travel turn understand visit walk watch wear win work
`);

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `
    spoke:speak spoken:speak sought:seek saw:see seen:see sold:sell shot:shoot sang:sing felt:feel held:hold lost:lose
    gave:give given:give sent:send paid:pay spent:spend bought:buy brought:bring ran:run drew:draw won:win made:make
    led:lead built:build left:leave went:go came:come drove:drive flew:fly sat:sit stood:stand wore:wear kept:keep
    took:take taken:take got:get began:begin became:become grew:grow rose:rise fell:fall heard:hear knew:know
    understood:understand met:meet
  `
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(":") as [form: string, verb: string]),
);

const base = (form: string): string => stem(IRREGULAR.get(form) ?? form);

/** Whether a verb in any form tells that somebody speaks, writes or judges. */
export function mayQuote(form: string): boolean {
  const verb = speechVerb(form);
  return verb === null ? QUOTING.has(base(form)) : !verb.traits.has("weak");
}

/** Whether a verb in any form tells of a deed. */
export const isDeed = (form: string): boolean => DEEDS.has(base(form)) && !mayQuote(form);
