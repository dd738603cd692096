import { expect, test } from 'vitest';
import { counted } from '../src/counted';

test.each([
  [0, '0 entries'],
  [1, '1 entry'],
  [2, '2 entries'],
])('%s', (n, said) => {
  expect(counted(n, 'entry', 'entries')).toBe(said);
});
