const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that stand before a name as titles and are no part of it, in lower case, without a final stop. */
const TITLES = words(
  "mr mrs ms miss mx dr doctor prof professor sir dame lord lady madam president vice-president vicepresident premier " +
    "chancellor minister secretary king queen prince princess emperor empress pope sheikh sheik emir sultan sheriff senator " +
    "sen sens rep reps representative congressman congresswoman governor gov mayor judge justice general gen colonel col " +
    "lieutenant lt major maj captain capt sergeant sgt admiral adm commander cmdr corporal cpl private pvt brigadier brig " +
    "marshal cardinal archbishop bishop father sister brother rev reverend rabbi imam ayatollah ambassador officer " +
    "detective inspector superintendent constable coach speaker chairman chairwoman chairperson ceo director spokesman " +
    "spokeswoman spokesperson attorney deputy chief justice councillor councilman councilwoman cllr former ex " +
    "treasurer comptroller commissioner ag pm vp baroness datuk dato datin tun shri smt alhaji hajia maulana monsignor ustaz ustad mullah maulvi pandit recorder solicitor regent pastor baron baroness count countess",
);

/** What people are, written before their names as titles are: dropped before two more words, since some are surnames. */
const OCCUPATIONS = words(
  "ustaz ustad counsel barrister solicitor advocate lawyer recorder magistrate anchorman anchorwoman boxer wrestler sprinter " +
    "golfer cyclist swimmer actor actress singer rapper drummer guitarist comedian novelist poet historian economist " +
    "goalkeeper striker midfielder defender winger skipper engineer professor teacher nurse surgeon paramedic fireman " +
    "firefighter fisherman sculptor conductor ambassador envoy diplomat lawmaker councilor businessman businesswoman " +
    "activist journalist reporter columnist weatherman welshman englishman scotsman irishman frenchman dutchman briton swede dane pole finn turk scot serb croat czech slovak slovene spaniard aussie kiwi",
);

/** Words that stand between titles or before them ("Vice President", "Prime Minister", "Acting Governor"). */
const MODIFIERS = words(
  "prime vice deputy first foreign interior defence defense finance acting former interim crown grand attorney co lance",
);

/** Behind a title and a hyphen: whoever is to hold the office. */
const DESIGNATED = words("elect designate designated nominate");

/** Titles that belong to some names, as they are used ("King" is a surname too): only dropped before two more words. */
const SURNAMES = words(
  "king prince pope bishop major judge justice marshal father brother sister general private chief first grand",
);

const plain = (word: string): string => (word.endsWith(".") ? word.slice(0, -1) : word).toLowerCase();

/**
 * How many words at the head of a person's name are titles.
 *
 * @param name the words of the name; at least one always stays.
 */
export function leadingTitles(name: readonly string[]): number {
  let titles = 0;
  for (let at = 0; at < name.length - 1; at += 1) {
    const word = plain(name[at] ?? "");
    // "Datuk Seri", but "Sri Wahyuni"
    if (
      TITLES.has(word) ||
      (OCCUPATIONS.has(word) && name.length - at > 2) ||
      (/^s(?:e|h)?ri$/.test(word) && titles > 0 && titles === at)
    ) {
      if (SURNAMES.has(word) && at === 0 && name.length < 3) break;
      titles = at + 1;
    } else if (titles > 0 && DESIGNATED.has(word)) titles = at + 1;
    else if (!MODIFIERS.has(word) && word !== "-") break;
  }
  return titles;
}

/** Titles that nobody is called by: "Speaker" and "Queen" are surnames too. */
const OFFICES = words(
  "president premier minister chancellor governor senator secretary ambassador mayor congressman congresswoman " +
    "representative chairman chairwoman spokesman spokeswoman spokesperson commissioner councillor councilman treasurer",
);

/** Whether words are an office and no name: "Kazakh President", "Prime Minister". */
export function isOnlyOffice(name: readonly string[]): boolean {
  return name.length > 1 && OFFICES.has(plain(name.at(-1) ?? ""));
}

/** How many words at the end of a person's name are honours: "Helen Orme QC". At least two words stay. */
export function trailingHonours(name: readonly string[]): number {
  let honours = 0;
  while (name.length - honours > 2 && HONOURS.has(name[name.length - 1 - honours] ?? "")) honours += 1;
  return honours;
}

const HONOURS: ReadonlySet<string> = new Set("QC KC SC SAN MP MEP MLA MSP OBE CBE MBE".split(" "));

export function isTitle(word: string): boolean {
  return TITLES.has(plain(word));
}

/** "Mr." and the like: only people follow them. */
export function isCourtesyTitle(word: string): boolean {
  return /^(?:Mr|Mrs|Ms|Mx)\.?$/.test(word);
}
