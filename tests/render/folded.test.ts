import { describe, expect, test } from 'vitest';
import { folded } from '../../src/render/folded';

describe('a note on a terminal', () => {
  test.each([
    { name: 'what fits stays as it is', note: '\n  two  blanks', width: 13, is: '\n  two  blanks' },
    { name: 'words', note: 'one two three', width: 8, is: 'one two\nthree' },
    { name: 'each line for itself', note: '\none two three\nfour', width: 8, is: '\none two\nthree\nfour' },
    { name: 'a word without room', note: 'a bcdefghijk l', width: 8, is: 'a\nbcdefghijk\nl' },
    {
      name: 'a dot ends a line',
      note: '5 of 9 · ? unsure · of today',
      width: 10,
      is: '5 of 9 ·\n? unsure ·\nof today',
    },
    {
      name: 'a command stays whole',
      note: '47 have none: mlops-guide upcoming --none',
      width: 18,
      is: '47 have none:\nmlops-guide upcoming --none',
    },
    {
      name: 'up to the next thing',
      note: 'mlops-guide topics <id> tells · of 1 May',
      width: 32,
      is: 'mlops-guide topics <id> tells ·\nof 1 May',
    },
    { name: 'Chinese takes two cells', note: '联邦学习 特征', width: 12, is: '联邦学习\n特征' },
    { name: 'colours take none', note: '\u001b[2mone two\u001b[22m', width: 7, is: '\u001b[2mone two\u001b[22m' },
  ])('$name', ({ note, width, is }) => {
    expect(folded(note, width)).toBe(is);
  });
});
