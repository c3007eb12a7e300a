import { expect, test } from "vitest";
import {
  type Backlog,
  isBackupDue,
  isScheduledBackupDue,
  laterThan,
  type Schedule,
} from "../../../../src/exchange/backup-due.ts";

const NOW = new Date("1998-05-02T08:00:00.000Z");
const backlog = (changes: Partial<Backlog>): Backlog => ({
  last: "1998-04-20T08:00:00.000Z",
  since: "1998-04-20T08:00:00.000Z",
  changes: 1,
  putOff: null,
  ...changes,
});

test.each<[string, Partial<Backlog>, boolean]>([
  ["a few changes in a few days", {}, false],
  ["199 changes", { changes: 199 }, false],
  ["200 changes", { changes: 200 }, true],
  ["a change, and not yet thirty days", { since: "1998-04-02T08:00:00.001Z" }, false],
  ["a change, and thirty days", { since: "1998-04-02T08:00:00.000Z" }, true],
  ["thirty days without a change", { since: "1998-01-01T08:00:00.000Z", changes: 0 }, false],
  ["an empty library", { last: null, since: null, changes: 0 }, false],
  ["a first note of long ago", { last: null, since: "1998-01-01T08:00:00.000Z" }, true],
  ["put off until later", { changes: 900, putOff: "1998-05-02T08:00:00.001Z" }, false],
  ["put off until now", { changes: 900, putOff: "1998-05-02T08:00:00.000Z" }, true],
])("%s", (_, changes, isDue) => {
  expect(isBackupDue(backlog(changes), NOW)).toBe(isDue);
});

test("it is put off by a week", () => {
  expect(laterThan(NOW)).toBe("1998-05-09T08:00:00.000Z");
});

test.each<[string, Schedule, Partial<Backlog>, boolean]>([
  ["daily, twelve days ago", "daily", {}, true],
  ["weekly, twelve days ago", "weekly", {}, true],
  ["monthly, twelve days ago", "monthly", {}, false],
  ["weekly, seven days ago to the second", "weekly", { last: "1998-04-25T08:00:00.000Z" }, true],
  ["weekly, not yet seven days ago", "weekly", { last: "1998-04-25T08:00:00.001Z" }, false],
  ["nothing was changed since", "daily", { changes: 0 }, false],
  ["there is none yet", "monthly", { last: null, since: "1998-05-02T07:00:00.000Z" }, true],
  ["nothing is kept", "daily", { last: null, since: null, changes: 0 }, false],
  ["the reminder alone was put off", "weekly", { putOff: "1998-06-02T08:00:00.000Z" }, true],
])("by itself: %s", (_, schedule, changes, isDue) => {
  expect(isScheduledBackupDue(backlog(changes), schedule, NOW)).toBe(isDue);
});
