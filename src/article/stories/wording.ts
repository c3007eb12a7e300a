/** A line by which a paper says where the story comes from: "(With inputs from ANI)", "Reporting by …". */
const CREDIT =
  /^\W*(?:with (?:additional )?(?:agency |agencies |wire )?(?:inputs?|reporting|contributions?|files?|material)\b|\(?inputs? from\b|(?:additional |further )?(?:reporting|writing|editing|research|production|photography|graphics|translation) (?:by|from)\b|(?:redaktion|übersetzung|text|mitarbeit|schlussredaktion|faktencheck|traducción|traduction)\s*:\s*[a-z\u00c0-\u02af\u0370-\u1fff\u3040-\ud7ff]|aus dem (?:englischen|französischen|russischen|spanischen)\b.{0,40}\bvon\b|compiled by\b|edited by\b|(?:this (?:story|article|report) (?:was|is) (?:written|produced|translated|adapted|edited|compiled)\b)|(?:source|quelle|fuente)s?\s*:\s*.{2,60}$|(?:[\w. ]+ contributed to this (?:report|story|article))|(?:mit|with) (?:material|informationen) (?:von|der|des|from)\b|\(?(?:only the headline|the headline|except for the headline)\b)/i;
/** Nothing but an agency's sign: "(Reuters)", "dpa/afp". */
const AGENCY_SIGN =
  /^\W*(?:(?:ANI|PTI|IANS|AP|AFP|Reuters|UNI|dpa|UPI|EFE|TASS|Xinhua|Bernama|SID|KNA|epd|PA)\b[\s/,&-]*){1,4}\W*$/;
const DISCLAIMER =
  /^\W*(?:disclaimer\b|disclosure\s*:|(?:this|the) (?:post|story|article|report|content|copy|item)\b.{0,40}\b(?:has been|was|is) (?:auto-?\w+|published|generated|syndicated|not been|unedited|first published|originally published|republished)|this story has not been edited|the views expressed|opinions expressed|(?:we|this (?:article|post|page)) (?:may|might) (?:earn|contain|receive|get)\b.{0,60}(?:commission|affiliate)|all rights reserved)/i;
/** What a page says of itself. Boxes that offer something are known by what is in them; these are lines among paragraphs. */
const BOILERPLATE =
  /^\W*(?:open in (?:the )?app|advertisements?|ads?|anzeige|werbung|publici(?:dad|té)|pubblicità|sponsored(?: content)?|promoted|(?:continue|keep|start) reading\b.{0,60}|(?:read|see|watch|listen) (?:more|also|next|too)\b.{0,160}|(?:also|must|further) read\b.{0,160}|(?:lire aussi|lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|dazu)|lee también|leia (?:também|mais)|leggi anche|lees ook)\b.{0,160}|related(?: \w+)?(?:\s*:.{0,160})?|share(?: (?:this|on|via|with|article|story)\b.{0,40})?|(?:follow|like|find|join|connect with) us\b.{0,140}|sign up (?:for|to|here|now)\b.{0,240}|subscribe(?: (?:now|to|for|today)\b.{0,200})?|(?:you|people) (?:may|might|also) (?:also )?(?:like|read|be interested)\b.{0,80}|(?:got|have) a (?:tip|story)\b.{0,160}|(?:recommended|most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|latest news|newsletters?|about the author|loading|print|comments?|(?:next|previous) (?:article|story))|more (?:from|on|stories|news)\b.{0,120}|(?:photo|picture|foto|image|bild)s?\s*(?:credits?|by|:|©).{0,120}|(?:copyright|©|\(c\)).{0,240}|(?:e-?mail|tweet|whatsapp|facebook|twitter|linkedin|pinterest|reddit|telegram|copy link|save|gift|font size|a\+|listen)(?:\W+(?:this|article|link|email|tweet|facebook|twitter|linkedin|whatsapp|pinterest|reddit|telegram))*|\d+ (?:shares?|views?|comments?|min(?:ute)?s? read)|(?:watch|listen|read|video|podcast)(?: now| live)?\s*[:|].{0,140})\W*$/i;
/** A heading over other stories: what follows is no longer this one. */
const LEADS_AWAY =
  /^\W*(?:related|more (?:on|from|stories|news|in|to read|like)|(?:read|see) (?:more|next|also)|also (?:read|on|in)|recommended|you (?:may|might)|comments?\b|leave a|trending|most (?:read|popular|viewed|commented|shared)|popular|latest|top stories|sponsored|about the author|share this|editor'?s (?:picks?|choice)|other (?:stories|news|articles)|newsletter|sign up|subscribe|stay (?:connected|informed|up)|tags?\b|topics?\b|references$|mehr (?:zum|zu|von|aus)|das könnte|auch interessant|lesen sie auch|weitere|meistgelesen|kommentare|join the|in this article|(?:next|previous) (?:article|story)|explore more|further reading|key (?:points|takeaways)$)/i;
const BYLINE =
  /^(?:(?:by|von|par|por|di|door|text|words|story|author|autor)\s*:?\s+[a-z\u00c0-\u02af\u0370-\u1fff\u3040-\ud7ff]|written by\b|posted (?:by|on|in)\b|reported by\b)/i;
/** A line that says when, before it says who: "Veröffentlicht am 4. Mai von Ada Quill". */
const DATED =
  /^\W*(?:(?:first|last|originally) )?(?:published|updated|posted|modified|created|veröffentlicht|aktualisiert|erstellt|stand|publiée?|mise? à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|udgivet|opublikowano)(?![a-z\u00c0-\u02af\u0370-\u1fff\u3040-\ud7ff])/i;
// Ranges of letters instead of `\p{L}`, as in `facts/dates.ts`.
const DATE_LINE =
  /^\W*(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s+\d|(?:[a-z\u00c0-\u02af\u0370-\u1fff\u3040-\ud7ff]{3,9}\.?\s+\d{1,2},?\s+(?:19|20)\d\d|\d{1,2}\.?\s+[a-z\u00c0-\u02af\u0370-\u1fff\u3040-\ud7ff]{3,9}\.?,?\s+(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d))/i;

export function isCredit(text: string): boolean {
  return text.length < 300 && (AGENCY_SIGN.test(text) || CREDIT.test(text));
}

export function isDisclaimer(text: string): boolean {
  return text.length < 700 && DISCLAIMER.test(text);
}

/** Whether a line is a page's own talk and no part of any story: "Open in app", "Advertisement", "Share this". */
export function isBoilerplate(text: string): boolean {
  return text.length < 320 && BOILERPLATE.test(text);
}

/** Whether a heading stands over other stories, comments or offers. */
export function leadsAway(heading: string): boolean {
  return heading.length < 100 && LEADS_AWAY.test(heading);
}

export function isBylineLine(text: string): boolean {
  return text.length < 160 && BYLINE.test(text);
}

export function isDateLine(text: string): boolean {
  return text.length < 120 && (saysWhen(text) || DATE_LINE.test(text));
}

/** Whether a line begins by saying that something was published or changed. */
export function saysWhen(text: string): boolean {
  return DATED.test(text);
}
