import { expect, test } from 'vitest';
import { learnAskings } from '../../scripts/learn-askings';
import { aTopic } from '../search/fixture';

test('ids of data/asked.tsv that are not in the catalogue are refused, and the first is named', () => {
  expect(() => learnAskings([aTopic({ id: 'alone', name: 'Alone', definition: 'One.' })])).toThrow(
    /^data\/asked\.tsv: ".+" asks for [a-z0-9-]+, which is not there$/,
  );
});
