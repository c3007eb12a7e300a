/** Which words attribute and which do not, one construction a row: `[construction, text, ...statements]`. */
export const CUES: readonly (readonly [construction: string, text: string, ...statements: string[]])[] = [
  [
    "a past form taken for an adjective",
    "Aides have also suggested Holm's survey is something that they lost.",
    "Aides | suggested | Holm's survey is something that they lost",
  ],
  [
    "a base form behind a relative clause",
    "Even those who have drawn plans for Ms. Solberg to save the pier acknowledge that it is unsafe.",
    "those who have drawn plans for Ms. Solberg to save the pier | acknowledge | that it is unsafe",
  ],
  [
    "for long",
    "Ms. Solberg has long said that she will close the pier.",
    "Ms. Solberg | said | that she will close the pier",
  ],
  [
    "title case before a name",
    "Francis Holander Says Donald Tromp Is Mad",
    "Francis Holander | Says | Donald Tromp Is Mad",
  ],
  ["an offer announced", "A plan announced Monday would turn the pier into a park."],
  [
    "an object shared with the next verb",
    "Solberg mentioned the storm but would not describe it.",
    "Solberg | mentioned | the storm",
  ],
  ["a client", "Anna Holm, an engineer who advised Solberg on the pier, left the room."],
  ["not to", "Solberg urged walkers not to cross the pier.", "Solberg | urged | not to cross the pier"],
  ["a verb with its own object behind a comma", "Days after the storm hit the pier, Holm volunteered to clear it."],
  ["a story told", "In the last hour of the tour, held along the old pier, Solberg told the story of the ferry."],
  ["a relative clause behind an adjunct", "The storm adds to the trouble that has plagued the pier."],
  ["an act beside the main clause", "As Holm continued his walk, Solberg closed the pier."],
  ["a list of names behind a colon", "Port Amsel: Anna Holm, Base Brandt, Carl Moen, Dora Lund, Erik Vik, Fred Aas."],
  ["a thing found", "Solberg found her voice in the last week of the race, which no one else could end."],
  ["what a thing shows", "The storm showed how weak the pier is."],
  [
    "what a paper found",
    "Holm quarrelled over a paper that found the pier was unsafe.",
    "a paper that | found | the pier was unsafe",
  ],
  [
    "quick to say",
    "Advisers to Ms. Solberg are quick to point out that the pier is safe.",
    "Advisers to Ms. Solberg | quick to point | that the pier is safe",
  ],
  [
    "led to say",
    "The flood led her to declare that the pier was lost.",
    "her | led her to declare | that the pier was lost",
  ],
  [
    "came to say",
    "Holm came to the harbour to argue that the pier was lost.",
    "Holm | to argue | that the pier was lost",
  ],
  [
    "an object before an inverted verb",
    "Holm also lacks support from his old friends in town, whom he has lost, said Ingrid Solberg, a sailor.",
    "Ingrid Solberg, a sailor | said | Holm also lacks support from his old friends in town, whom he has lost",
  ],
  [
    "a source and others in the middle",
    "The quarrel with Holm, said Solberg and others, would be over by May.",
    "Solberg and others | said | The quarrel with Holm // would be over by May",
  ],
  ["one word", "Sorry, Solberg said.", "Solberg | said | Sorry"],
  [
    "a perfect before a clause",
    "Two officers have said divers are trying to learn who sank the ferry.",
    "Two officers | said | divers are trying to learn who sank the ferry",
  ],
];
