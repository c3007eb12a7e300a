import { withNames } from "../name-index.ts";
import type { NameMention } from "../name-mention.ts";
import { findInRuns, type TaggedText, textAt } from "../tagged-text.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Nine of ten Vietnamese bear one of these, written without marks as news writes them, and one of those behind it. */
const FAMILY = words(
  "Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dao Doan Vuong Trinh Truong Dinh Lam Mai Cao " +
    "Luong Luu Ta Quach Chu To Thai Ton Kieu Chau Nghiem",
);
const MIDDLE = words(
  "Thi Van Huu Duc Minh Ngoc Quang Thanh Xuan Hoang Cong Dinh Kim Anh Thuy Bich Hong Manh Tuan Viet Trong Tan Phuong Quoc " +
    "Duy Khanh Gia Bao Chi Nhat Hai Phuc Vinh The Tien Trung Hung Dang Ba Si Sy Phu Nam Nhu My Thu",
);
/** Words of a name. */
const SHORTEST = 3;
const LONGEST = 4;

/**
 * Takes a run of capitals that opens with a Vietnamese family name and a middle name for a person as a whole: all three
 * parts are short words that mean something else in English and French ("Do Van Hung").
 */
export function addVietnamese(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const people = findInRuns(text, (sentence, head, last) => {
    for (let first = head; first <= last - SHORTEST + 1; first += 1) {
      if (!FAMILY.has(textAt(text, sentence, first)) || !MIDDLE.has(textAt(text, sentence, first + 1))) continue;
      return last - first < LONGEST ? { sentence, first, last, kind: "person" } : null;
    }
    return null;
  });
  return withNames(text, names, people);
}
