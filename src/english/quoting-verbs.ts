/**
 * Verbs for quotes in the narrator's sentence: those that tell that somebody speaks, writes or judges ("pushed for a
 * “fair deal”"), and those that tell of a deed ("gave money to a “people's fund”").
 */

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** A verb's form without its ending; rough, but the same for all forms of a regular verb. */
function stem(form: string): string {
  const bare = form.replace(/(?:ing|ied|ies|ed|es|s|e|y)$/, "");
  return bare.length < 3 ? form : bare.replace(/([^aeiouls])\1$/, "$1");
}

const stems = (text: string): ReadonlySet<string> => new Set(list(text).map(stem));

const SPEAKING = stems(`
  accuse acknowledge admire admit advise advocate agitate agree air alert allege allude announce answer apologise
  apologize appeal applaud apprise approve argue ask assail assert assume assure attack attest back backtrack bark
  bash beg believe belittle bellow bemoan berate beseech blame blare blast blog boast boo boom brand brief bristle
  broadcast calculate call campaign caption carp cast castigate caution celebrate censure challenge champion chant
  characterise characterize charge chastise cheer chide cite claim clarify coin command commend commit communicate
  compare complain concede conclude concur condemn confess confide confirm confront congratulate conjecture
  consider contain contend contest contradict contrast convey convict counsel counter cover credit criticise
  criticize crow crusade cry curse debunk declare decree decry dedicate deem define deliver demand denounce deny
  depict deplore deride describe detail detest devote dictate direct disagree disapprove disclose dismiss
  disparage dispute dissent divulge doubt dub echo elaborate email embrace encourage endorse enthuse entitle
  entreat envisage envision equate evoke exalt exhort explain expound express extol exult fault favor favour fear
  feature feel find fire float forecast foresee forward frame fret fume gasp gloat glorify gripe grouse growl
  grumble guarantee guess gush hail hammer headline heckle herald hint hit hold hope identify imagine imitate
  impart implore imply include indict inform insinuate insist instruct insult interrupt intimate invoke issue jeer
  joke judge knock label lambast lament lash laud lecture liken list lobby maintain malign mandate marvel menace
  mention mimic moan mock moot mouth mumble murmur mutter name negate nickname nominate note notify object observe
  offer opine oppose order outline paint pan paraphrase parrot parry pen pitch plan plead pledge point position
  post pounce praise preach prefer prescribe present press presume print proclaim profess project promise promote
  pronounce propose protest publish push question quibble quote rage rail rank rant rate rave react reassure
  rebuke rebut recant recite reckon recollect recommend refer reference reflect refute regard regret reiterate
  reject rejoin relay remark remember reminisce repeat reply report reprimand reprise respond retort retract
  retweet reveal ridicule rip roar rubbish rule salute savage say scoff scold scrawl scribble see seek sell share
  shoot sigh sign sing sketch skewer slam slap snarl sneer snipe sob speak specify spell state stipulate stump
  suggest summarise summarize support suppose suspect swear table talk target taunt tease tell term testify text
  thank think threaten thunder tip title toast tout translate trash trumpet tweet unveil urge use utter vent view
  vilify voice vouch vow want warn welcome whine whisper worry write
`);

const DEEDS = stems(`
  adopt allow appear approach arrest arrive attend become begin belong bring build buy carry cause close collect
  come compete consist contribute cost create cut design develop die donate draw drive drop earn enable enact end
  enter establish expand fall fight file fill finish fly follow force form found fund funnel get give go grow
  happen hear help host implement injure invest jail join keep kill know launch lead learn leave let lift listen
  live lose make manage mark meet move occur open operate own pass pay perform play poll produce put raise realize
  receive record release remain result return rise run seem send sentence serve set sit spend stand star start
  stay stop sue take travel turn understand visit walk watch wear win work
`);

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  list(`
    spoke:speak spoken:speak sought:seek saw:see seen:see sold:sell shot:shoot sang:sing swore:swear felt:feel
    thought:think held:hold found:find wrote:write written:write told:tell said:say saying:say lost:lose gave:give
    given:give sent:send paid:pay spent:spend bought:buy brought:bring ran:run drew:draw won:win made:make led:lead
    built:build left:leave went:go came:come drove:drive flew:fly sat:sit stood:stand wore:wear kept:keep took:take
    taken:take got:get began:begin became:become grew:grow rose:rise fell:fall heard:hear knew:know
    understood:understand met:meet
  `).map((pair): [string, string] => {
    const [form = "", verb = ""] = pair.split(":");
    return [form, verb];
  }),
);

const base = (form: string): string => stem(IRREGULAR.get(form) ?? form);

/** Whether a verb in any form tells that somebody speaks, writes or judges. */
export const mayQuote = (form: string): boolean => SPEAKING.has(base(form));

/** Whether a verb in any form tells of a deed. */
export const isDeed = (form: string): boolean => DEEDS.has(base(form)) && !SPEAKING.has(base(form));
