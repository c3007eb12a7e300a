/** In lower case, they say where in a place something is, and are no part of its name. */
export const DIRECTION = /^(?:north|south|east|west|central|northeast|northwest|southeast|southwest)(?:ern)?$/;

/** What stands before a place and hardly ever before anything else. */
export const BEFORE_PLACE =
  /^(?:in|near|from|across|outside|(?:north|south|east|west|northeast|northwest|southeast|southwest)ern)$/i;

/** No word for what people have "in" somebody. */
export const TRUST =
  /^(?!(?:faith|confidence|trust|interest|interested|belief|believe|believes|believed|trusts|stake|alight|disappointed)$)/i;

/** What stands before a building that one is in, comes from or goes to. */
export const AT = "in at near outside inside from to into around behind In At Near Outside Inside From";

/** What a place and a hyphen stand before. */
export const OF_PLACE = /^(?:based|born|bound|area)$/;

/** The last words of buildings and grounds, which are bodies as much as places. */
export const FACILITIES =
  "Base School Church Library Theatre Theater Hotel Station Hall Palace Castle Chapel Temple Synagogue Abbey Arena Stadium " +
  "Park Campus Center Centre Hospital Infirmary Hospice Cemetery Museum Cathedral Mosque";

/** Days and months, which stand behind a place and are no part of a name with it. */
export const TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?$/;

/** Kin whose name stands between commas. */
export const KIN =
  "son daughter wife husband brother sister mother father nephew niece cousin uncle aunt grandson granddaughter";
