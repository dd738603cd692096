import { expect, test } from 'vitest';
import { learnAskings } from '../../scripts/learn-askings';
import { readAskings } from '../../scripts/read-askings';
import { aTopic } from '../search/fixture';

const entriesFor = (ids: readonly string[]) => ids.map((id) => aTopic({ id, name: id, definition: 'One.' }));

test('ids of data/asked.tsv that are not in the catalogue are refused, and the first is named', () => {
  expect(() => learnAskings(entriesFor(['alone']))).toThrow(
    /^data\/asked\.tsv: ".+" asks for [a-z0-9-]+, which is not there$/,
  );
});

test('so are those of data/needs.tsv', () => {
  const asked = [...new Set(readAskings().flatMap(({ ids }) => ids))];
  expect(() => learnAskings(entriesFor(asked))).toThrow(
    /^data\/needs\.tsv: "\S.*" asks for [a-z0-9-]+, which is not there$/,
  );
});
