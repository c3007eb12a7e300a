import type { PageSignals } from "./signals.ts";
import { isArticleType, isNewsType } from "../facts/structured-data.ts";

const ROOT_PATH = /^\/?(?:(?:index|home|default)(?:\.\w+)?|[a-z]{2}(?:[-_][a-z]{2})?)?\/?$/i;
const LISTING_PATH =
  /\/(?:category|categories|tags?|topics?|sections?|archives?(?!\/(?!(?:19|20)\d\d(?:\/|$))\d)|search|authors?|pages?\/\d+|collections?|catalog|browse|rubrik|thema|themen)(?:\/|$)/i;
const NEWS_PATH =
  /\/(?:news|newsroom|articles?|artikel|article-\d+|story|stories|politi\w*|economy|economi\w*|wirtschaft|world|welt|sports?|opinion|noticias?|nachrichten|nyheter|actualites?|notizie|local|regional?|lokal\w*|panorama|kultur|culture|crime|national|international|ausland|inland)(?:[/._-]|$)/i;
const SERVICE_PATH =
  /\/(?:about|contact|services?|products?|shop|store|item|dp|pricing|features?|solutions?|careers?|jobs?|help|support|faqs?|hilfe|aide|ayuda|ajuda|docs?|documentation|wiki|reference|api|manual|guides?|forums?|threads?|viewtopic\.php|showthread\.php|questions?|t|topic|discussions?|community|groups?|events?|login|register|account|(?:terms|privacy|cookies?|legal|agb|datenschutz|impressum|imprint|nutzungsbedingungen|cgu|cgv|mentions|privacidad|privacidade)[\w-]*|company|partners?|locations?|programs?|departments?|patients?)(?:[/.?-]|$)/i;
const TOOL_HOST =
  /^https?:\/\/(?:docs?|developers?|dev|learn|support|help|wiki|forums?|community|shop|store|api|kb|knowledge|answers|discuss|boards?)\.|[./](?:wiki|forum|shop|store|docs)\w*\.(?:org|com|net|io)\//i;
const DISCUSSION =
  /^https?:\/\/(?:[\w-]+\.)*(?:forums?|discuss|boards?|bbs)\.|\/(?:forums?|threads?|discussions?|viewtopic\.php|showthread\.php|showtopic|questions?)(?:[/.?-]|$)/i;
const FORUM_TYPE = /^(?:DiscussionForumPosting|QAPage|Question|ProfilePage|SocialMediaPosting)$/;
const PRODUCT_TYPE =
  /^(?:Product|ProductGroup|Offer|Recipe|SoftwareApplication|Book|Movie|VideoGame|Event|Course|JobPosting|Hotel|Restaurant|Place)$/;
const COMPANY_TYPE =
  /^(?:\w*Business|Organization|Corporation|Service|FAQPage|AboutPage|ContactPage|MedicalOrganization|CollegeOrUniversity|EducationalOrganization)$/;

/** What the model of `detect` weighs, by name. Ratios and logarithms, so that no page's length decides alone. */
export function featuresOf(signals: PageSignals): Readonly<Record<string, number>> {
  const path = pathOf(signals.url);
  const last = path.replace(/\/$/, "").replace(/^.*\//, "");
  const { paragraphs, letters, linkLetters } = signals;
  const some = (pattern: RegExp) => Number(signals.types.some((type) => pattern.test(type)));
  const article = signals.types.some(isArticleType);
  return {
    rootPath: Number(ROOT_PATH.test(path)),
    datedPath: Number(/\/(?:19|20)\d\d[/-]?(?:[01]\d[0-3]\d|[01]?\d|[a-z]{3})\b/i.test(path)),
    slugWords: Math.min(last.split(/[-_]/).filter((word) => /\p{L}/u.test(word)).length, 8) / 8,
    depth: Math.min(path.split("/").length - 1, 6) / 6,
    listingPath: Number(LISTING_PATH.test(path)),
    newsPath: Number(NEWS_PATH.test(path)),
    servicePath: Number(SERVICE_PATH.test(path)),
    newsType: Number(signals.types.some(isNewsType)),
    articleType: Number(article),
    technicalType: some(/^(?:Tech|Scholarly|MedicalScholarly)Article$/),
    forumType: some(FORUM_TYPE),
    productType: some(PRODUCT_TYPE),
    companyType: some(COMPANY_TYPE),
    dated: Number(signals.dated),
    authored: Number(signals.authored),
    metaDated: Number(signals.metaDated),
    ogArticle: Number(signals.ogType === "article"),
    metaFiled: Number(signals.metaFiled),
    signed: Number(signals.signed),
    datedHeadline: Number(signals.datedHeadline),
    dateLines: Math.log1p(signals.dateLines),
    shownDateOnly: Number(signals.datedHeadline && !article),
    toolHost: Number(TOOL_HOST.test(signals.url)),
    paragraphs: Math.log1p(paragraphs),
    paragraphLetters: Math.log1p(signals.paragraphLetters / 100),
    runLetters: Math.log1p(signals.longestRunLetters / 100),
    runShare: paragraphs === 0 ? 0 : signals.longestRunLetters / signals.paragraphLetters,
    proseShare: letters === 0 ? 0 : signals.paragraphLetters / letters,
    linkShare: letters === 0 ? 0 : linkLetters / letters,
    shortShare: paragraphs === 0 ? 0 : signals.shortParagraphs / paragraphs,
    quoted: Math.log1p(signals.quotedParagraphs),
    addressed: paragraphs === 0 ? 0 : signals.addressedParagraphs / paragraphs,
    links: Math.log1p(signals.links),
    oneH1: Number(signals.h1 === 1),
    linkedHeadings: Math.log1p(signals.linkedHeadings),
    articleElements: Math.log1p(signals.articleElements),
    oneArticle: Number(signals.articleElements === 1),
    times: Math.log1p(signals.times),
    code: Math.log1p(signals.codeBlocks),
    fields: Math.log1p(signals.fields),
  };
}

/** Whether an address is the front page of a site or of one of its languages. */
export function isRootPath(url: string): boolean {
  return ROOT_PATH.test(pathOf(url));
}

/** Whether an address says that readers talk to each other there. */
export function isDiscussionAddress(url: string): boolean {
  return DISCUSSION.test(url);
}

function pathOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]+([^?#]*)/i.exec(url)?.[1] ?? "";
}
