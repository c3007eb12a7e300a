/** Rows that read alike: all of them say the same of something else. */
export interface Shape {
  readonly name: string;
  /** The element that holds the rows, that of a row, and that of each of its cells; `null` where a row is one text. */
  readonly markup: readonly [list: string, row: string, cell: string | null];
  /** What each row says, field by field. The last row is not on the page at first. */
  readonly rows: readonly (readonly string[])[];
  /** A row's cells. */
  readonly write: (...fields: string[]) => readonly string[];
  /** The field that an edit changes, and what it becomes in each row. */
  readonly edit: { readonly field: number; readonly change: (before: string) => string };
}

/** Adds a little to a number. */
const more = (by: number) => (number: string) => String(Number(number) + by);

const TOWNS = "Amsel Brinkum Corvel Dorsten Ellery Farrow Gansby Hollis Imber Jarnow".split(" ");

/** Rows from columns: one field of each, then the next. */
function columns(...fields: readonly (readonly string[])[]): string[][] {
  return TOWNS.map((_, i) => fields.map((field) => field[i] ?? ""));
}

/** As many words of a text as there are rows; an underscore stands for a space. */
const words = (text: string): string[] => text.split(" ").map((word) => word.replaceAll("_", " "));

export const SHAPES: readonly Shape[] = [
  {
    name: "counts of an indictment",
    markup: ["ol", "li", null],
    rows: columns(
      words("1 2 3 4 5 6 7 8 9 10"),
      words("guilty not_guilty guilty guilty not_guilty guilty not_guilty not_guilty guilty guilty"),
      words("fraud forgery bribery theft perjury conspiracy extortion embezzlement larceny arson"),
      words(
        "the_quay_lease the_ferry_tender the_school_roof the_bus_depot the_harvest_fund the_tram_line the_town_hall the_lock_gates the_fish_market the_night_shelter",
      ),
    ),
    write: (number, verdict, crime, matter) => [
      `Count ${number}: the jury found the defendant ${verdict} of ${crime} in the matter of ${matter}.`,
    ],
    edit: { field: 1, change: (verdict) => (verdict === "guilty" ? "not guilty" : "guilty") },
  },
  {
    name: "results by district",
    markup: ["div", "p", null],
    rows: columns(
      TOWNS,
      words("Oddly Lund Moen Farid Costa Behr Tanaka Weiss Ansah Olin"),
      words("4310 3975 5120 2864 6033 1987 4471 3302 2750 5218"),
      words("Rask Holm Perrin Sato Quist Novak Iyer Dahl Ferro Kline"),
      words("3902 3810 2240 2790 1944 1012 4399 3001 2619 1507"),
    ),
    write: (town, winner, votes, second, others) => [
      `${town} district: ${winner} of the Harbour List with ${votes} votes, ahead of ${second} of the Coast Union with ${others} votes.`,
    ],
    edit: { field: 2, change: more(17) },
  },
  {
    name: "entries of a live blog",
    markup: ["div", "section", "p"],
    rows: columns(
      words("09:05 09:40 10:15 11:02 11:30 12:20 13:45 14:10 15:00 15:35"),
      words("council harbour_office fire_brigade port_police coast_guard ministry ferry_company fishermen mayor court"),
      words(
        "the_pier_is_closed all_boats_are_in two_sheds_burn the_road_is_free nobody_is_missing help_is_on_its_way no_ferry_sails the_nets_are_safe schools_stay_open the_hearing_is_off",
      ),
    ),
    write: (time, who, what) => [
      time,
      `The ${who} says that ${what}. We will bring you more on this as soon as we have it. Write to us if you know more.`,
    ],
    edit: { field: 2, change: (what) => `${what} for now` },
  },
  {
    name: "a league's table",
    markup: ["tbody", "tr", "td"],
    rows: columns(
      words("1 2 3 4 5 6 7 8 9 10"),
      TOWNS.map((town) => `SC ${town}`),
      words("22 22 21 22 22 22 21 22 22 22"),
      words("15 14 13 11 10 9 8 6 5 3"),
      words("4 3 5 6 4 5 4 6 3 4"),
      words("49 45 44 39 34 32 28 24 18 13"),
    ),
    write: (...fields) => fields,
    edit: { field: 5, change: more(3) },
  },
  {
    name: "weather by town",
    markup: ["ul", "li", null],
    rows: columns(
      TOWNS,
      words("sun rain fog cloud sun showers sleet cloud rain sun"),
      words("18 15 14 16 19 13 4 17 12 21"),
      words("west north south_west east south north_east west east north south"),
      words("12 20 8 15 5 25 30 11 18 7"),
    ),
    write: (town, sky, degrees, from, knots) => [
      `${town}: ${sky} in the morning, ${degrees} degrees by noon, wind from the ${from} at ${knots} knots.`,
    ],
    edit: { field: 2, change: more(2) },
  },
  {
    name: "prices at the market",
    markup: ["tbody", "tr", "td"],
    rows: columns(
      words("Rye_bread Butter Apples Herring Potatoes Plain_flour Eggs Onions Goat_cheese Honey"),
      words("500_grams 250_grams a_kilo a_kilo two_kilos a_kilo ten a_kilo 200_grams a_jar"),
      words("2.40 2.95 1.80 7.20 2.10 1.15 3.30 1.25 4.60 6.90"),
      words("0.10 0.25 0.05 0.40 0.15 0.02 0.30 0.08 0.35 0.20"),
    ),
    write: (what, amount, price, rise) => [what, amount, `${price} crowns`, `up ${rise} on last week`],
    edit: { field: 2, change: (price) => (Number(price) + 0.3).toFixed(2) },
  },
  {
    name: "winners of a prize",
    markup: ["ul", "li", null],
    rows: columns(
      words("short_film long_film documentary script camera editing sound costume music first_film"),
      words(
        "The_Lamp Salt_Road Low_Water Paper_Boats The_Long_Quay Nine_Doors A_Still_House Red_Thread The_Crossing Snow_Line",
      ),
      words("Ada_Fenn Jon_Rask Mira_Holm Piet_Sato Lena_Quist Olaf_Novak Ines_Iyer Karl_Dahl Rosa_Ferro Tom_Kline"),
    ),
    write: (prize, film, who) => [`Best ${prize}: “${film}”, ${who}`],
    edit: { field: 2, change: (who) => `${who} and Eva Lind` },
  },
  {
    name: "reports of pilots",
    markup: ["div", "p", null],
    rows: columns(
      words("1 2 3 4 5 6 7 8 9 10"),
      words("7 14 21 28 35 42 49 56 63 70"),
      words("east south west north east south west north east south"),
      words("1 2 3 4 5 6 7 8 0 1"),
    ),
    write: (number, boat, from, feet) => [
      `Report ${number}: the pilot of boat ${boat} has wind from the ${from} and a sea of ${feet} feet.`,
    ],
    edit: { field: 3, change: more(9) },
  },
  {
    name: "questions and answers",
    markup: ["dl", "div", "dd"],
    rows: columns(
      words("ferry bus tram night_train library swimming_pool market post_office museum ice_rink"),
      words("ten six five nine noon seven eight half_past_nine two three"),
      words("midnight eight nine one four six two five seven ten"),
    ),
    write: (what, from, to) => [
      `Will the ${what} be open on Sunday?`,
      `Yes, the ${what} will be open from ${from} to ${to}.`,
    ],
    edit: { field: 2, change: () => "eleven" },
  },
  {
    name: "a police log of long rows",
    markup: ["div", "p", null],
    rows: columns(
      words("3 3 4 5 5 6 7 8 8 9"),
      words(
        "Quay_Street Mill_Lane Station_Road Ellery_Lane Long_Acre Bridge_Street Church_Row North_Gate Sand_Hill Fish_Steps",
      ),
      words("34 51 27 45 19 62 38 23 56 41"),
      words(
        "a_bicycle a_ladder two_lamps a_handcart copper_pipes a_sewing_machine garden_tools an_outboard_motor a_violin roof_tiles",
      ),
      words("Hollis Corvel Imber Gansby Amsel Farrow Dorsten Jarnow Brinkum Ellery"),
    ),
    write: (day, street, age, goods, home) => [
      `On ${day} May officers were called to ${street}, where the owner of a house had found that ${goods} had been taken from the yard during the night. ` +
        `A man of ${age} from ${home} was stopped nearby, taken to the station and let go after he had been questioned. ` +
        `The police ask everybody who has seen anything in ${street} that night to call the station on the harbour.`,
    ],
    edit: { field: 2, change: more(1) },
  },
];
