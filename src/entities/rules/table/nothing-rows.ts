import { COUNTRY, DEMONYM, FAMILY, FEATURE, GIVEN, PLACES, TOWNS } from "./classes.ts";
import { tableOf } from "./row.ts";
import { DIRECTION } from "./words.ts";

/** What is capitalised but never a person or place, whatever stands around it. */
export const noNames = tableOf([
  // "US$5", "US dollars": money, wherever it comes from
  {
    of: ["person", "place", "organisation"],
    words: "one",
    first: /^[A-Z.]+$/,
    after: "$ dollar dollars",
    is: "nothing",
  },
  // "Brent crude"
  { of: ["person", "place"], words: "one", after: "crude futures", is: "nothing" },
  // times, chambers and the like
  {
    of: ["person", "place"],
    only:
      "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september " +
      "october november december christmas easter ramadan halloween thanksgiving hanukkah diwali internet god mr mrs ms dr " +
      "mr. mrs. ms. dr. president minister i covid covid-19 parliament congress senate u.n. un nato opec duma knesset bundestag sejm majlis p.a. p.c. l.l.c. s.a. n.v.",
    is: "nothing",
  },
  // what is no name by itself
  {
    of: ["place"],
    only: "harbour harbor city town village bridge museum church street river island capital county district province state cbd archdiocese diocese motherland commons holocaust",
    is: "nothing",
  },
  // "Member States"
  { of: ["place"], words: "several", first: "Member", is: "nothing" },
  // "the Holm family"; but not "a Boston family"
  { of: ["place"], after: "family clan dynasty", unknown: PLACES | TOWNS | FEATURE, is: "nothing" },
  // "a Mercedes", "a Picasso": one of the things that bear the name; but not the name before a noun ("a London court")
  {
    of: ["person", "place"],
    words: "one",
    before: "a an",
    after: /^(?:[.,;:!?”"]|and|or|but|with|without|in|on|at|to|from|for|by|into|when|while|as|after|before)?$/,
    is: "nothing",
  },
]);

/** Places that have taken something in. */
export const placeBorders = tableOf([
  // "western Mongolia"
  { of: ["place"], words: "several", first: DIRECTION, is: "without its first word" },
  // "Michigan Democrats": who lives or votes there
  {
    of: ["place"],
    words: "several",
    last: /^(?:Democrats?|Republicans?|Conservatives|Liberals|Tories|Muslims|Christians|Catholics|Jews|Hindus|Sikhs)$/,
    is: "without its last word",
  },
]);

/** Peoples, who are no places. */
export const peoples = tableOf([
  // "the Maasai", "Sunni": known as a people and nothing else
  { of: ["place", "person"], knownOnly: DEMONYM, is: "nothing" },
  // "South Korean", with the second word left outside
  {
    of: ["place"],
    only: /^(?:north|south|east|west|central|latin|saudi)$/,
    after: /^(?:Korean|African|American|Asian|European|Sudanese|Vietnamese|Timorese|German)s?$/,
    is: "nothing",
  },
  {
    of: ["place"],
    words: "several",
    last: /^(?:Korean|African|American|Asian|European|Sudanese|Vietnamese|Timorese)s?$/,
    is: "nothing",
  },
  // "Sunni Arab", "Shiite Muslim"
  {
    of: ["place", "person"],
    words: "two",
    firstKnown: [DEMONYM],
    firstUnknown: GIVEN | FAMILY,
    lastKnown: DEMONYM,
    is: "nothing",
  },
  // "Saint Lucian", "Puerto Rican"
  {
    of: ["place", "person"],
    words: "several",
    last: /^(?:Lucian|Lankan|Rican|Leonean|Guinean|Verdean|Zealander)s?$/,
    is: "nothing",
  },
  // "San Franciscans", "Hong Kongers"
  {
    of: ["place", "person"],
    words: "several",
    last: /(?:cans|ians|kongers|yorkers|landers|enos|enans)$/i,
    unknown: PLACES | TOWNS | FEATURE,
    is: "nothing",
  },
]);

/** What is no name after all, whatever has been made of it: sides of a case or match, and months. */
export const noNamesAfterAll = tableOf([
  // "Roe v. Wendell"
  { of: ["place"], after: "v v. vs vs.", unknown: COUNTRY, is: "nothing" },
  { of: ["place"], before: "v v. vs vs.", unknown: COUNTRY, is: "nothing" },
  {
    of: ["person"],
    words: "one",
    first: "March April May June August",
    before: /^(?:in|since|until|till|during|last|next|this|early|late|mid|by|through|\d+)$/i,
    is: "nothing",
  },
  { of: ["person"], words: "one", first: "March April May June August", after: /^\d{1,2}$/, is: "nothing" },
]);
