import type { FieldOrder } from "../../src/article/facts/dates.ts";

interface DateCase {
  readonly text: string;
  readonly order?: FieldOrder;
  readonly date: string | null;
}

/** Dates as web pages write them. */
export const dateCases: readonly DateCase[] = [
  // For machines.
  { text: "2022-01-09", date: "2022-01-09" },
  { text: "2022-1-9", date: "2022-01-09" },
  { text: "20220109", date: "2022-01-09" },
  { text: "20220109T000820Z", date: "2022-01-09T00:08:20Z" },
  { text: "2022-01-09T00:08:20Z", date: "2022-01-09T00:08:20Z" },
  { text: "2022-01-09T00:08:20.123Z", date: "2022-01-09T00:08:20Z" },
  { text: "2022-01-09T00:08Z", date: "2022-01-09T00:08:00Z" },
  { text: "2022-01-09T00:08:20+05:30", date: "2022-01-09T00:08:20+05:30" },
  { text: "2022-01-09T00:08:20+0530", date: "2022-01-09T00:08:20+05:30" },
  { text: "2022-01-09T00:08:20+5:30", date: "2022-01-09T00:08:20+05:30" },
  { text: "2022-01-09T00:08:20-05", date: "2022-01-09T00:08:20-05:00" },
  { text: "2022-01-09 00:08:20 +0100", date: "2022-01-09T00:08:20+01:00" },
  { text: "2022-01-09 00:08:20 UTC", date: "2022-01-09T00:08:20Z" },
  { text: "2022-01-09T00:08:20-00:30", date: "2022-01-09T00:08:20-00:30" },
  { text: "2022-01-09T00:08:20:417Z", date: "2022-01-09T00:08:20Z" },
  { text: "1641695900", date: "2022-01-09T02:38:20Z" },
  { text: "1641695900123", date: "2022-01-09T02:38:20Z" },
  // A time without a zone is no instant: the day stays.
  { text: "2022-01-09T00:08:20", date: "2022-01-09" },
  { text: "2022-01-09 00:08", date: "2022-01-09" },
  // For people.
  { text: "Published: January 9, 2022 12:08 AM", date: "2022-01-09" },
  { text: "Jan. 9, 2022, 12:08 a.m. EST", date: "2022-01-09T00:08:00-05:00" },
  { text: "January 9, 2022 at 12:08 PM GMT", date: "2022-01-09T12:08:00Z" },
  { text: "10:30 PM EDT, July 4, 2021", date: "2021-07-04T22:30:00-04:00" },
  { text: "Sat, 08 Jan 2022 18:38:20 GMT", date: "2022-01-08T18:38:20Z" },
  { text: "Sun Jan 09 2022 00:08:20 GMT+0530 (India Standard Time)", date: "2022-01-09T00:08:20+05:30" },
  { text: "Updated 9th January 2022", date: "2022-01-09" },
  { text: "the 9th of January, 2022", date: "2022-01-09" },
  { text: "9. Januar 2022", date: "2022-01-09" },
  { text: "1er mars 2022 à 08h15", date: "2022-03-01" },
  { text: "9 de enero de 2022", date: "2022-01-09" },
  { text: "9 stycznia 2022", date: "2022-01-09" },
  { text: "9 января 2022", date: "2022-01-09" },
  { text: "2022年1月9日", date: "2022-01-09" },
  { text: "2022년 1월 9일", date: "2022-01-09" },
  { text: "09.01.2022", date: "2022-01-09" },
  { text: "2022/01/09", date: "2022-01-09" },
  { text: "2022. 01. 09. 21:35", date: "2022-01-09" },
  // A year in two digits needs a language that says which number it is.
  { text: "So 09.01.22 | 14:07 Uhr", order: "day-first", date: "2022-01-09" },
  { text: "9/1/22", order: "day-first", date: "2022-01-09" },
  { text: "1/9/22", order: "month-first", date: "2022-01-09" },
  { text: "22.01.09", order: "year-first", date: "2022-01-09" },
  { text: "09.01.22", date: null },
  { text: "9/1-22", order: "day-first", date: null },
  { text: "version 9.1.22.4", order: "day-first", date: null },
  { text: "192.10.1.22", order: "day-first", date: null },
  // Which of two numbers is the month is known, or nobody can know.
  { text: "13/01/2022", date: "2022-01-13" },
  { text: "01/13/2022", date: "2022-01-13" },
  { text: "03/04/2022", date: null },
  { text: "03/04/2022", order: "day-first", date: "2022-04-03" },
  { text: "03/04/2022", order: "month-first", date: "2022-03-04" },
  { text: "03/04/2022", order: "year-first", date: null },
  { text: "04/04/2022", date: "2022-04-04" },
  // CST is China's, Cuba's and Chicago's.
  { text: "January 9, 2022 12:08 AM CST", date: "2022-01-09" },
  // Impossible or none.
  { text: "30 February 2022", date: null },
  { text: "2022-02-30", date: null },
  { text: "2022-13-01", date: null },
  { text: "2022-01-09T25:08:20Z", date: "2022-01-09" },
  { text: "29 February 2020", date: "2020-02-29" },
  { text: "2 hours ago", date: null },
  { text: "yesterday", date: null },
  { text: "12 May", date: null },
  { text: "", date: null },
];
