import type { PageAddresses } from "../../src/page/page-key.ts";

/** An address, or an address and the canonical link that the page there carries. */
type Visit = string | readonly [url: string, canonical: string];

interface IdentityCase {
  readonly why: string;
  readonly a: Visit;
  readonly b: Visit;
}

export function visitOf(visit: Visit): PageAddresses {
  return typeof visit === "string" ? { url: visit, canonical: null } : { url: visit[0], canonical: visit[1] };
}

const STORY = "https://www.courier.example/world/2021/03/harbour-reopens-after-storm";

const SCRIPT = "https://courier.example/news/article.php";
const APP = "https://app.courier.example/reader";
const UNSURE =
  "ref referrer cmp campaign campaign_id cid partner partnerid mod linkid spm share via feature trk rss feed print login".split(
    " ",
  );
/** Hosts below which strangers have their sites. */
const HOSTS_OF_MANY =
  "neocities.org onrender.com s3.amazonaws.com asso.fr tokyo.jp fly.dev firebaseapp.com web.app gitlab.io glitch.me azurewebsites.net herokuapp.com co.uk com.au com.br co.in gov.uk k12.ca.us".split(
    " ",
  );

/** Two visits that met one page. */
export const samePages: readonly IdentityCase[] = [
  // Written differently.
  { why: "itself", a: STORY, b: STORY },
  { why: "http", a: STORY, b: "http://www.courier.example/world/2021/03/harbour-reopens-after-storm" },
  { why: "no www", a: STORY, b: "https://courier.example/world/2021/03/harbour-reopens-after-storm" },
  { why: "www2", a: STORY, b: "https://www2.courier.example/world/2021/03/harbour-reopens-after-storm" },
  { why: "m.", a: STORY, b: "https://m.courier.example/world/2021/03/harbour-reopens-after-storm" },
  { why: "mobile.", a: STORY, b: "https://mobile.courier.example/world/2021/03/harbour-reopens-after-storm" },
  { why: "touch.", a: STORY, b: "https://touch.courier.example/world/2021/03/harbour-reopens-after-storm" },
  { why: "m. within", a: "https://en.m.almanac.example/wiki/Harbour", b: "https://en.almanac.example/wiki/Harbour" },
  { why: "trailing slash", a: STORY, b: `${STORY}/` },
  { why: "host in capitals", a: STORY, b: "https://WWW.Courier.Example/world/2021/03/harbour-reopens-after-storm" },
  { why: "default port", a: STORY, b: "https://www.courier.example:443/world/2021/03/harbour-reopens-after-storm" },
  { why: "double slash", a: STORY, b: "https://www.courier.example//world/2021/03//harbour-reopens-after-storm" },
  { why: "a place on the page", a: STORY, b: `${STORY}#comments` },
  { why: "a text fragment", a: STORY, b: `${STORY}#:~:text=the%20harbour` },
  { why: "empty query", a: STORY, b: `${STORY}?` },
  {
    why: "percent-encoded",
    a: "https://courier.example/%C3%A9t%C3%A9-au-port",
    b: "https://courier.example/été-au-port",
  },
  { why: "lower-case escapes", a: "https://courier.example/%C3%A9t%C3%A9", b: "https://courier.example/%c3%a9t%c3%a9" },
  { why: "index file", a: "https://courier.example/harbour/index.html", b: "https://courier.example/harbour/" },
  { why: "index.php", a: "https://courier.example/harbour/index.php?id=7", b: "https://courier.example/harbour/?id=7" },
  {
    why: "order of parameters",
    a: "https://courier.example/s?id=7&lang=en",
    b: "https://courier.example/s?lang=en&id=7",
  },
  { why: "user name", a: STORY, b: "https://reader@www.courier.example/world/2021/03/harbour-reopens-after-storm" },
  {
    why: "full stop after the host",
    a: STORY,
    b: "https://www.courier.example./world/2021/03/harbour-reopens-after-storm",
  },
  { why: "white space around", a: STORY, b: ` ${STORY} ` },
  // How a reader came.
  ...[
    "utm_source=letter",
    "utm_source=letter&utm_medium=email&utm_campaign=morning",
    "UTM_SOURCE=letter",
    "utm_id=4",
    "fbclid=IwAR0abc",
    "gclid=Cj0K",
    "gbraid=0AAA",
    "msclkid=9f3",
    "dclid=CJ",
    "yclid=51",
    "twclid=2a",
    "ttclid=E.C",
    "igshid=Yzg",
    "mc_cid=aa11&mc_eid=bb22",
    "mkt_tok=eyJ",
    "_ga=2.1.3",
    "_gl=1*x",
    "ref=home",
    "ref_src=twsrc%5Etfw",
    "referrer=search",
    "cmpid=social",
    "CMP=share_btn_tw",
    "ocid=feed",
    "smid=tw-share",
    "xtor=RSS-3208",
    "at_medium=RSS&at_campaign=x",
    "ns_mchannel=social",
    "itm_source=parsely",
    "guccounter=1",
    "srsltid=Afm",
    "share=email",
    "taid=601",
    "tpcc=letter",
    "mod=hp_lead",
    "ito=push",
    "wt_mc=rss",
    "unlocked_article_code=1.xx",
    "spm=a2.b",
    "via=desk",
    "feature=share",
    "mibextid=Zx",
    "rss=1",
    "print=true",
  ].map((query) => ({ why: query, a: STORY, b: `${STORY}?${query}` })),
  {
    why: "tracking beside an id",
    a: "https://courier.example/s.php?id=4711",
    b: "https://courier.example/s.php?utm_source=x&id=4711",
  },
  // What is for tracking on most sites, where the page agrees that it is.
  ...UNSURE.map((name) => ({
    why: `${name}, which the canonical link leaves out`,
    a: [STORY, STORY] as const,
    b: [`${STORY}?${name}=a12`, STORY] as const,
  })),
  {
    why: "a number for tracking beside an id that the canonical link keeps",
    a: [`${SCRIPT}?id=4711&cid=12`, `${SCRIPT}?id=4711`],
    b: [`${SCRIPT}?id=4711&cid=13`, `${SCRIPT}?id=4711`],
  },
  ...["cid", "mod", "ref", "campaign"].map((name) => ({
    why: `${name} beside an id that the canonical link keeps`,
    a: [`${SCRIPT}?id=4711`, `${SCRIPT}?id=4711`] as const,
    b: [`${SCRIPT}?id=4711&${name}=letter`, `${SCRIPT}?id=4711`] as const,
  })),
  {
    why: "a parameter that both canonical links keep",
    a: [`${SCRIPT}?cid=12&utm_source=x`, `${SCRIPT}?cid=12`],
    b: [`${SCRIPT}?cid=12`, `${SCRIPT}?cid=12`],
  },
  // Places on a page.
  ...["top", "c-17", "comment=12", "t=90", "xtor=RSS-1", "utm_source=letter", "Echobox=1700", "par/3", "a=b"].map(
    (fragment) => ({ why: `#${fragment} on a story's own path`, a: STORY, b: `${STORY}#${fragment}` }),
  ),
  ...["top", "story-12", "xtor=RSS-1", "ref=home", "comment=12", ":~:text=the%20harbour"].map((fragment) => ({
    why: `#${fragment} on a script`,
    a: `${SCRIPT}?id=4711`,
    b: `${SCRIPT}?id=4711#${fragment}`,
  })),
  { why: "a route and a text directive", a: `${APP}#!story-a`, b: `${APP}#!story-a:~:text=quay` },
  // Owners of hosts, by the list of public suffixes.
  ...[
    "courier.co.uk",
    "courier.com.au",
    "courier.co.jp",
    "courier.asso.fr",
    "courier.chuo.tokyo.jp",
    "ada.neocities.org",
  ].map((site) => ({
    why: `editions of ${site}`,
    a: `https://www.${site}/a/harbour-reopens`,
    b: [`https://edition.${site}/a/harbour-reopens`, `https://www.${site}/a/harbour-reopens`] as const,
  })),
  // AMP.
  { why: "amp at the end", a: STORY, b: `${STORY}/amp` },
  { why: "amp/ at the end", a: STORY, b: `${STORY}/amp/` },
  { why: "amp at the head", a: STORY, b: "https://www.courier.example/amp/world/2021/03/harbour-reopens-after-storm" },
  { why: "amp host", a: STORY, b: "https://amp.courier.example/world/2021/03/harbour-reopens-after-storm" },
  { why: "?amp", a: STORY, b: `${STORY}?amp` },
  { why: "?amp=1", a: STORY, b: `${STORY}?amp=1` },
  { why: "outputType=amp", a: STORY, b: `${STORY}?outputType=amp` },
  { why: ".amp.html", a: "https://courier.example/a/harbour.html", b: "https://courier.example/a/harbour.amp.html" },
  { why: ".amp", a: "https://courier.example/a/harbour-reopens", b: "https://courier.example/a/harbour-reopens.amp" },
  {
    why: "-amp",
    a: "https://courier.example/a/harbour-reopens.html",
    b: "https://courier.example/a/harbour-reopens-amp.html",
  },
  {
    why: "viewer",
    a: STORY,
    b: "https://www.google.com/amp/s/www.courier.example/world/2021/03/harbour-reopens-after-storm",
  },
  {
    why: "viewer with /amp",
    a: STORY,
    b: "https://www.google.co.uk/amp/s/www.courier.example/world/2021/03/harbour-reopens-after-storm/amp",
  },
  {
    why: "viewer over http",
    a: STORY,
    b: "https://www.google.com/amp/www.courier.example/world/2021/03/harbour-reopens-after-storm",
  },
  {
    why: "cache",
    a: STORY,
    b: "https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/world/2021/03/harbour-reopens-after-storm",
  },
  {
    why: "viewer of the cache",
    a: STORY,
    b: "https://www-courier-example.cdn.ampproject.org/v/s/www.courier.example/world/2021/03/harbour-reopens-after-storm?amp_js_v=0.1&usqp=mq331",
  },
  {
    why: "another cache",
    a: STORY,
    b: "https://www-courier-example.bing-amp.com/c/s/www.courier.example/world/2021/03/harbour-reopens-after-storm",
  },
  {
    why: "a mobile host with canonical",
    a: STORY,
    b: ["https://m.courier.example/a/harbour-reopens-after-storm", STORY],
  },
  { why: "amp page with canonical", a: STORY, b: ["https://amp.courier.example/v/harbour-reopens-after-storm", STORY] },
  // Canonical links that can be true.
  { why: "its own address", a: STORY, b: [STORY, STORY] },
  { why: "an unknown parameter seen through", a: STORY, b: [`${STORY}?edition=evening&position=3`, STORY] },
  { why: "http canonical", a: STORY, b: [STORY, "http://courier.example/world/2021/03/harbour-reopens-after-storm"] },
  {
    why: "a short address with the number",
    a: ["https://courier.example/a/1804711", "https://courier.example/world/harbour-reopens-1804711"],
    b: "https://courier.example/world/harbour-reopens-1804711",
  },
  {
    why: "a script with the number",
    a: ["https://courier.example/story.php?id=1804711", "https://courier.example/world/harbour-reopens-1804711"],
    b: "https://courier.example/world/harbour-reopens-1804711",
  },
  {
    why: "?p=",
    a: ["https://courier.example/?p=311", "https://courier.example/2021/03/harbour-reopens/"],
    b: "https://courier.example/2021/03/harbour-reopens/",
  },
  {
    why: "a corrected headline, same number",
    a: [
      "https://courier.example/n/quay-open-again-1804711",
      "https://courier.example/n/harbour-reopens-after-storm-1804711",
    ],
    b: "https://courier.example/n/harbour-reopens-after-storm-1804711",
  },
  {
    why: "a corrected headline, same words",
    a: [
      "https://courier.example/n/harbour-reopens-after-the-storm",
      "https://courier.example/n/harbour-reopens-after-storm",
    ],
    b: "https://courier.example/n/harbour-reopens-after-storm",
  },
  {
    why: "another section",
    a: [
      "https://courier.example/local/harbour-reopens-after-storm",
      "https://courier.example/world/harbour-reopens-after-storm",
    ],
    b: "https://courier.example/world/harbour-reopens-after-storm",
  },
  {
    why: "a regional host",
    a: ["https://edition.courier.example/world/2021/03/harbour-reopens-after-storm", STORY],
    b: STORY,
  },
  {
    why: "both wrong in the same way",
    a: [STORY, "https://www.courier.example/"],
    b: [STORY, "https://www.courier.example/world"],
  },
  // Wrong canonical links seen through.
  { why: "names the front page", a: [STORY, "https://www.courier.example/"], b: STORY },
  { why: "names the front page by its file", a: [STORY, "https://www.courier.example/index.html"], b: STORY },
  { why: "names the section", a: [STORY, "https://www.courier.example/world"], b: STORY },
  { why: "names the month", a: [STORY, "https://www.courier.example/world/2021/03/"], b: STORY },
  { why: "names a test machine", a: [STORY, "http://localhost/world/2021/03/harbour-reopens-after-storm"], b: STORY },
  {
    why: "names the story before",
    a: [STORY, "https://www.courier.example/world/2021/03/mayor-opens-museum-of-tides"],
    b: STORY,
  },
  { why: "is no address", a: [STORY, "harbour-reopens"], b: STORY },
  { why: "is empty", a: [STORY, ""], b: STORY },
  { why: "is a script's", a: [STORY, "javascript:void(0)"], b: STORY },
  {
    why: "names another owner's copy",
    a: [STORY, "https://gazette.example.net/harbour-reopens-after-storm"],
    b: STORY,
  },
  { why: "names another site's front page", a: [STORY, "https://holding.example.org/"], b: STORY },
  {
    why: "forgets the number",
    a: ["https://courier.example/story.php?id=4711", "https://courier.example/story.php"],
    b: "https://courier.example/story.php?id=4711",
  },
  // Routes.
  {
    why: "hashbang, trailing slash",
    a: "https://app.courier.example/#!/story/77/",
    b: "https://app.courier.example/#!/story/77",
  },
  { why: "other schemes", a: "file:///home/reader/story.html", b: "file:///home/reader/story.html" },
];

/** Two visits that met two pages. */
export const otherPages: readonly IdentityCase[] = [
  { why: "another story", a: STORY, b: "https://www.courier.example/world/2021/03/mayor-opens-museum-of-tides" },
  { why: "the section", a: STORY, b: "https://www.courier.example/world/2021/03/" },
  { why: "the front page", a: STORY, b: "https://www.courier.example/" },
  { why: "another paper", a: STORY, b: "https://www.gazette.example/world/2021/03/harbour-reopens-after-storm" },
  // A stranger who copies a story with its canonical link must not see what was marked in it.
  {
    why: "a copy with the same path",
    a: STORY,
    b: ["https://courier-example.net/world/2021/03/harbour-reopens-after-storm", STORY],
  },
  {
    why: "a copy with the same last words",
    a: STORY,
    b: ["https://gazette.example.net/2021/harbour-reopens-after-storm", STORY],
  },
  {
    why: "a copy at a host that begins like the paper's",
    a: STORY,
    b: ["https://www.courier.example.net/world/2021/03/harbour-reopens-after-storm", STORY],
  },
  {
    why: "a copy under the country's own suffix",
    a: "https://www.courier.co.uk/a/harbour-reopens-after-storm",
    b: [
      "https://www.gazette.co.uk/a/harbour-reopens-after-storm",
      "https://www.courier.co.uk/a/harbour-reopens-after-storm",
    ],
  },
  ...["blogspot.com", "blogspot.co.uk", "wordpress.com", "substack.com", "github.io", "netlify.app", "pages.dev"].map(
    (host) => ({
      why: `a copy by a neighbour at ${host}`,
      a: `https://ada.${host}/2021/03/harbour-reopens-after-storm`,
      b: [
        `https://mallory.${host}/2021/03/harbour-reopens-after-storm`,
        `https://ada.${host}/2021/03/harbour-reopens-after-storm`,
      ] as const,
    }),
  ),
  {
    why: "a stranger's host that looks like the AMP viewer",
    a: STORY,
    b: "https://www.google.mallory.example/amp/s/www.courier.example/world/2021/03/harbour-reopens-after-storm",
  },
  {
    why: "a stranger's host that looks like the AMP cache",
    a: STORY,
    b: "https://mallory.example/.cdn.ampproject.org/c/s/www.courier.example/world/2021/03/harbour-reopens-after-storm",
  },
  {
    why: "a stranger's google",
    a: STORY,
    b: "https://www.google.xyz/amp/s/www.courier.example/world/2021/03/harbour-reopens-after-storm",
  },
  ...HOSTS_OF_MANY.map((host) => ({
    why: `a copy by a neighbour below ${host}`,
    a: `https://ada.${host}/2021/03/harbour-reopens-after-storm`,
    b: [
      `https://mallory.${host}/2021/03/harbour-reopens-after-storm`,
      `https://ada.${host}/2021/03/harbour-reopens-after-storm`,
    ] as const,
  })),
  { why: "a site called m below a shared host", a: "https://m.neocities.org/tides", b: "https://neocities.org/tides" },
  // What is for tracking on most sites tells the stories of some apart.
  ...UNSURE.map((name) => ({
    why: `${name}, which each canonical link keeps`,
    a: [`${SCRIPT}?${name}=12`, `${SCRIPT}?${name}=12`] as const,
    b: [`${SCRIPT}?${name}=13`, `${SCRIPT}?${name}=13`] as const,
  })),
  ...["cid", "mod", "ref", "feature", "via", "partner", "campaign_id", "feed", "share"].map((name) => ({
    why: `${name} on a script, and nothing said of it`,
    a: `${SCRIPT}?${name}=12`,
    b: `${SCRIPT}?${name}=13`,
  })),
  {
    why: "both forget the only parameter that tells them apart",
    a: [`${SCRIPT}?cid=12`, SCRIPT],
    b: [`${SCRIPT}?cid=13`, SCRIPT],
  },
  {
    why: "a stale canonical link with the other's parameter",
    a: [`${SCRIPT}?cid=12`, `${SCRIPT}?cid=12`],
    b: [`${SCRIPT}?cid=13`, `${SCRIPT}?cid=12`],
  },
  { why: "with and without the parameter", a: SCRIPT, b: [`${SCRIPT}?cid=13`, `${SCRIPT}?cid=13`] },
  ...[
    ["story=a", "story=b"],
    ["!story-a", "!story-b"],
    ["!a", "!b"],
    ["a/b", "a/c"],
    ["/story/77", "/story/78"],
    ["id=77", "id=78"],
  ].map(([one = "", other = ""]) => ({ why: `#${one} and #${other}`, a: `${APP}#${one}`, b: `${APP}#${other}` })),
  ...["story=a", "!story-a", "/story/77"].map((fragment) => ({
    why: `#${fragment}, which the canonical link cannot tell`,
    a: [`${APP}#${fragment}`, APP] as const,
    b: [APP, APP] as const,
  })),
  { why: "a blog called m", a: "https://m.github.io/tides", b: "https://github.io/tides" },
  { why: "a follow-up", a: STORY, b: `${STORY}-2` },
  {
    why: "another day",
    a: "https://courier.example/2021/03/04/morning-briefing",
    b: "https://courier.example/2021/03/05/morning-briefing",
  },
  {
    why: "another year",
    a: "https://courier.example/2020/budget-explained",
    b: "https://courier.example/2021/budget-explained",
  },
  { why: "another number", a: "https://courier.example/a/1804711", b: "https://courier.example/a/1804712" },
  { why: "another id", a: "https://courier.example/s.php?id=4711", b: "https://courier.example/s.php?id=4712" },
  { why: "another ?p=", a: "https://courier.example/?p=311", b: "https://courier.example/?p=312" },
  { why: "the front page and ?p=", a: "https://courier.example/", b: "https://courier.example/?p=312" },
  { why: "another page of a story", a: `${STORY}?page=1`, b: `${STORY}?page=2` },
  { why: "another language", a: "https://courier.example/en/harbour", b: "https://courier.example/fr/harbour" },
  {
    why: "another language's host",
    a: "https://en.almanac.example/wiki/Harbour",
    b: "https://de.almanac.example/wiki/Harbour",
  },
  { why: "capitals in the path", a: "https://courier.example/v/aBcDeF", b: "https://courier.example/v/abcdef" },
  { why: "another route", a: "https://app.courier.example/#!/story/77", b: "https://app.courier.example/#!/story/78" },
  {
    why: "a route without a bang",
    a: "https://app.courier.example/#/story/77",
    b: "https://app.courier.example/#/story/78",
  },
  {
    why: "another blog on one host",
    a: "https://ada.blogs.example/2021/tides",
    b: "https://ben.blogs.example/2021/tides",
  },
  {
    why: "both name the front page",
    a: [STORY, "https://www.courier.example/"],
    b: ["https://www.courier.example/world/2021/03/mayor-opens-museum-of-tides", "https://www.courier.example/"],
  },
  {
    why: "both name their section",
    a: [STORY, "https://www.courier.example/world"],
    b: ["https://www.courier.example/world/2021/03/mayor-opens-museum-of-tides", "https://www.courier.example/world"],
  },
  {
    why: "both name one stale story",
    a: [STORY, "https://www.courier.example/world/2021/03/ferry-timetable-for-easter"],
    b: [
      "https://www.courier.example/world/2021/03/mayor-opens-museum-of-tides",
      "https://www.courier.example/world/2021/03/ferry-timetable-for-easter",
    ],
  },
  {
    why: "a stale canonical names the other",
    a: [STORY, "https://www.courier.example/world/2021/03/mayor-opens-museum-of-tides"],
    b: "https://www.courier.example/world/2021/03/mayor-opens-museum-of-tides",
  },
  {
    why: "both forget their number",
    a: ["https://courier.example/story.php?id=4711", "https://courier.example/story.php"],
    b: ["https://courier.example/story.php?id=4712", "https://courier.example/story.php"],
  },
  {
    why: "both name a test machine's root",
    a: [STORY, "http://localhost/"],
    b: ["https://www.courier.example/world/2021/03/mayor-opens-museum-of-tides", "http://localhost/"],
  },
  {
    why: "both name the owner's site",
    a: [STORY, "https://holding.example.org/"],
    b: ["https://www.courier.example/sport/rowers-win", "https://holding.example.org/"],
  },
  {
    why: "AMP viewer of two stories",
    a: "https://www.google.com/amp/s/courier.example/a/1",
    b: "https://www.google.com/amp/s/courier.example/a/2",
  },
  { why: "a search", a: "https://courier.example/search?q=harbour", b: "https://courier.example/search?q=museum" },
  { why: "a path that begins with amp", a: "https://courier.example/amplifiers", b: "https://courier.example/lifiers" },
  { why: "a site called m", a: "https://m.example/story", b: "https://example/story" },
  { why: "two files", a: "file:///home/reader/a.html", b: "file:///home/reader/b.html" },
  {
    why: "live blogs of two days, same number of words",
    a: ["https://courier.example/live/storm-live-updates-monday", "https://courier.example/live"],
    b: ["https://courier.example/live/storm-live-updates-tuesday", "https://courier.example/live"],
  },
  {
    why: "an index of the same words",
    a: "https://courier.example/topics/harbour",
    b: "https://courier.example/harbour",
  },
];
