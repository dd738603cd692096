import { expect, test } from 'vitest';
import { createTurns } from '../../src/links/turns';

/** Time that passes only while somebody waits. */
function fakeTime() {
  let now = 1_000_000;
  const log: string[] = [];
  return {
    log,
    clock: () => now,
    sleep: (milliseconds: number) => {
      now += milliseconds;
      return Promise.resolve();
    },
    pass: (milliseconds: number) => (now += milliseconds),
    say: (what: string) => log.push(`${now - 1_000_000} ${what}`),
  };
}

test('one after the other, with a pause between, whatever becomes of one', async () => {
  const time = fakeTime();
  const turns = createTurns({ pause: 1000, ...time });
  const work = (name: string) => async () => {
    time.say(`${name} begins`);
    await Promise.resolve();
    time.pass(200);
    time.say(`${name} ends`);
    if (name === 'b') throw new Error('b failed');
  };
  const all = ['a', 'b', 'c'].map((name) => turns.take('host', work(name)));
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(time.log).toEqual([
    '0 a begins',
    '200 a ends',
    '1200 b begins',
    '1400 b ends',
    '2400 c begins',
    '2600 c ends',
  ]);
});

test('time that has passed anyway is no pause more, and other hosts do not wait', async () => {
  const time = fakeTime();
  const turns = createTurns({ pause: 1000, ...time });
  const say = (what: string) => () => Promise.resolve(time.say(what));
  await turns.take('host', say('first'));
  await turns.take('other', say('other'));
  time.pass(400);
  await turns.take('host', say('second'));
  time.pass(5000);
  await turns.take('host', say('third'));
  expect(time.log).toEqual(['0 first', '0 other', '1000 second', '6000 third']);
});

test('a host can be left alone, or asked more slowly, never faster', async () => {
  const time = fakeTime();
  const turns = createTurns({ pause: 1000, ...time });
  const say = (what: string) => () => Promise.resolve(time.say(what));
  turns.slowDown('host', 3000);
  turns.slowDown('host', 10);
  await turns.take('host', say('first'));
  await turns.take('host', say('second'));
  turns.rest('host', 60_000);
  await turns.take('host', say('third'));
  expect(time.log).toEqual(['0 first', '3000 second', '63000 third']);
});
