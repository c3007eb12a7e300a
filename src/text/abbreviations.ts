/** Abbreviations that keep their full stop, as they stand in English-language news. */

const words = (list: string): readonly string[] => list.split(" ");

/** They stand before what they belong to: no sentence ends after one. */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  words(
    "Mr Mrs Ms Messrs Mx Dr Drs Prof Gen Col Lt Sgt Capt Cpl Pvt Maj Cmdr Cdr Adm Brig Supt Insp Det Sen Sens Rep Reps " +
      "Gov Govs Rev Hon Pres St Ste Mt Ft Msgr Amb Atty vs v Nos Op ST FT MT",
  ),
);

/** They may end a sentence as well as stand inside one. */
export const TRAILING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  words(
    "Jr Sr Esq Inc Corp Co Cos Ltd Bros Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ave Blvd Rd Dept Univ Assn " +
      "Calif Ill Mass Conn Fla Pa Va Ga Ala Ariz Ark Colo Del Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore " +
      "Tenn Tex Vt Wash Wis Wyo etc al approx est ft",
  ),
);

/** Words that open sentences far more often than they follow an abbreviation inside one. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  words(
    "A After All Also Although Among An And Another Any As At Because Before Both But By Despite During Each Earlier Even " +
      "Every For From He Her Here His How However I If In Instead It Its Last Later Many Meanwhile More Most My " +
      "Nearly Neither No None Nor Not Nothing Now On Once One Only Or Other Others Our Over She Since So Some Still Such " +
      "That The Their Then There These They This Those Though Through To Today Under Until We What When Where Whether " +
      "Which While Who Why With Without Yet You Your",
  ),
);
