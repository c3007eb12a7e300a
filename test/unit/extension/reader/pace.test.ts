import { expect, test } from "vitest";
import { type Clock, createPace, type Outcome } from "../../../../extension/reader/pace.ts";

/** A clock that is wound by hand. */
function handClock(): Clock & { to(time: number): Promise<void> } {
  let time = 0;
  let due: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => time,
    after: (delay, work) => void due.push({ at: time + delay, work }),
    async to(end) {
      for (;;) {
        const next = due.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        due = due.filter((other) => other !== next);
        time = Math.max(time, next.at);
        next.work();
        await new Promise((resolve) => setImmediate(resolve));
      }
      time = end;
    },
  };
}

function paceWith(outcome: Outcome) {
  const clock = handClock();
  const looks: number[] = [];
  const pace = createPace(async () => {
    looks.push(clock.now());
    return outcome;
  }, clock);
  return { clock, looks, pace };
}

test("a page is looked at once when it has come to rest", async () => {
  const { clock, looks, pace } = paceWith({ cost: 5, found: true });
  for (const time of [0, 100, 200, 300]) {
    await clock.to(time);
    pace.changed("text");
  }
  await clock.to(5_000);
  expect(looks).toEqual([550]);
});

test("a page that never rests is looked at before long, and for no more than a fiftieth of the time", async () => {
  const { clock, looks, pace } = paceWith({ cost: 60, found: true });
  for (let time = 0; time <= 60_000; time += 20) {
    await clock.to(time);
    pace.changed("text");
  }
  expect(looks[0]).toBe(1_500);
  expect(looks.length).toBeGreaterThan(15);
  expect((looks.length - 1) * 60).toBeLessThanOrEqual(60_000 * 0.02);
});

test("looks that change without showing anything are looked at less and less, until the reader does something", async () => {
  const { clock, looks, pace } = paceWith({ cost: 1, found: false });
  for (let time = 0; time <= 120_000; time += 50) {
    await clock.to(time);
    pace.changed("look");
  }
  expect(looks.length).toBeLessThan(12);
  const before = looks.length;
  pace.urge();
  await clock.to(125_000);
  pace.changed("look");
  await clock.to(126_000);
  expect(looks.length).toBeGreaterThan(before);
});

test("new text does not wait for the pause that looks have earned", async () => {
  const { clock, looks, pace } = paceWith({ cost: 1, found: false });
  for (let time = 0; time <= 20_000; time += 50) {
    await clock.to(time);
    pace.changed("look");
  }
  const before = looks.length;
  pace.changed("text");
  await clock.to(20_500);
  expect(looks.length).toBe(before + 1);
});

test("one look is over before the next begins", async () => {
  const clock = handClock();
  let open = 0;
  let most = 0;
  const finish: (() => void)[] = [];
  const pace = createPace(async () => {
    open += 1;
    most = Math.max(most, open);
    await new Promise<void>((resolve) => finish.push(resolve));
    open -= 1;
    return { cost: 0, found: true };
  }, clock);
  pace.changed("text");
  await clock.to(300);
  pace.changed("text");
  await clock.to(3_000);
  expect({ most, begun: finish.length }).toEqual({ most: 1, begun: 1 });
  finish[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  await clock.to(6_000);
  expect(finish.length).toBe(2);
});
