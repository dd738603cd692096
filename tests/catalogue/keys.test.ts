import { expect, test } from 'vitest';
import { ENTRY_KEYS } from '../../src/catalogue/keys';
import { entrySchema } from '../../src/catalogue/schema';

test('the keys are those of the schema', () => {
  const keys = new Set(entrySchema.options.flatMap((option) => Object.keys(option.shape)));
  expect([...ENTRY_KEYS].sort()).toEqual([...keys].sort());
});
