/** News agencies by every name that papers print, in the form that readers know. */
const AGENCIES: ReadonlyMap<string, string> = new Map(
  [
    "AAP|Australian Associated Press",
    "AFP|Agence France-Presse|Agence France Presse",
    "Anadolu Agency|AA|Anadolu|Anadolu Ajansı",
    "ANI|Asian News International",
    "ANSA",
    "ANTARA|Antara News",
    "APA|Austria Presse Agentur",
    "AP|Associated Press|The Associated Press|AP News",
    "APP|Associated Press of Pakistan",
    "Belga|Belga News Agency",
    "Bernama",
    "Bloomberg|Bloomberg News",
    "BSS|Bangladesh Sangbad Sangstha",
    "Canadian Press|The Canadian Press|CP",
    "CNA|Central News Agency",
    "dpa|Deutsche Presse-Agentur|dpa-infocom|dpa International",
    "dts Nachrichtenagentur|dts",
    "EFE|Agencia EFE|EPA-EFE",
    "epd|Evangelischer Pressedienst",
    "Europa Press",
    "IANS|Indo-Asian News Service|Indo Asian News Service",
    "Interfax|Interfax-Ukraine",
    "KNA|Katholische Nachrichten-Agentur",
    "Kyodo|Kyodo News",
    "Lusa|Agência Lusa",
    "Notimex",
    "PA Media|Press Association|PA|PA News Agency|Press Association Reporter",
    "PAP|Polska Agencja Prasowa",
    "PTI|Press Trust of India",
    "Reuters|Thomson Reuters|Reuters Staff",
    "RIA Novosti",
    "Ritzau",
    "SDA|Keystone-SDA|ATS|Keystone-ATS",
    "SID|Sport-Informations-Dienst",
    "Sputnik",
    "TASS|ITAR-TASS",
    "TT|TT Nyhetsbyrån",
    "Ukrinform",
    "UNI|United News of India",
    "UPI|United Press International",
    "Xinhua|Xinhua News Agency",
    "Yonhap|Yonhap News Agency",
  ].flatMap((line) => {
    const names = line.split("|");
    return names.map((name) => [keyOf(name), names[0] ?? name] as const);
  }),
);

/** The news agency that a name means, in the form that readers know ("Reuters"), or `null`. */
export function agencyNamed(name: string): string | null {
  return AGENCIES.get(keyOf(name)) ?? null;
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}
