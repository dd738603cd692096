import { expect, test } from 'vitest';
import { inFileOrder, problemLine, type Problem } from '../../src/catalogue/problem';

const problem = (own: Partial<Problem> = {}): Problem => ({
  file: 'data/books.yaml',
  line: 3,
  column: 9,
  field: '',
  message: 'is missing',
  ...own,
});

test.each<[own: Partial<Problem>, line: string]>([
  [{ id: 'a', field: 'name' }, 'data/books.yaml:3:9 a name: is missing'],
  [{ id: 'a' }, 'data/books.yaml:3:9 a: is missing'],
  [{ field: 'stages' }, 'data/books.yaml:3:9 stages: is missing'],
  [{}, 'data/books.yaml:3:9: is missing'],
  [{ field: 'milestones.0.at' }, 'data/books.yaml:3:9 milestones.0.at: is missing'],
])('%j', (own, line) => {
  expect(problemLine(problem(own))).toBe(line);
});

test('by file, then line, then column, the rest as it came', () => {
  const sorted = [
    problem({ file: 'a', line: 2, column: 9 }),
    problem({ file: 'a', line: 10, column: 1 }),
    problem({ file: 'b', line: 1, column: 2, message: 'z' }),
    problem({ file: 'b', line: 1, column: 2, message: 'y' }),
    problem({ file: 'b', line: 1, column: 10 }),
  ];
  const given = [sorted[4]!, sorted[2]!, sorted[1]!, sorted[3]!, sorted[0]!];
  const copy = [...given];
  expect(inFileOrder(given)).toEqual(sorted);
  expect(given).toEqual(copy);
});
