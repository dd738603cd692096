import { expect, test } from 'vitest';
import { idFrom } from '../../src/commands/fill-in';
import { nameKey } from '../../src/places/name-key';
import { plainLetters } from '../../src/search/plain-letters';
import { fold } from '../../src/search/tokens';
import { idOf } from '../../src/sources/candidate';

test.each([
  ['Zoë', 'zoe'],
  ['Zoe\u0308', 'zoe'],
  ['WOŁODŹKO', 'wolodzko'],
  ['Kłęczek', 'kleczek'],
  ['Huß', 'huss'],
  ['Sayıcı', 'sayici'],
  ['İlker', 'ilker'],
  ['Sørensen', 'sorensen'],
  ['Đặng', 'dang'],
  ['Guðrún', 'gudrun'],
  ['Þór', 'thor'],
  ['Ærø', 'aero'],
  ['Œuvre', 'oeuvre'],
  ['ﬁne', 'fine'],
  ['ＭＬＯｐｓ', 'mlops'],
  ['Ёлкин', 'елкин'],
  ['ガイド', 'ガイド'],
  ['ｶﾞ', 'ガ'],
  ['서울'.normalize('NFD'), '서울'],
  ['हिन्दी', 'हिन्दी'],
  ["O'Reilly, C++", "o'reilly, c++"],
  ['', ''],
])('%s is typed as %s', (text, plain) => {
  expect(plainLetters(text)).toBe(plain);
  expect(plainLetters(plain)).toBe(plain);
});

test.each(['Wołodźko', 'Huß', 'Sayıcı', 'Łódź', 'København', 'Þór', 'ﬁne'])(
  'search, places and ids take the letters of %s alike',
  (word) => {
    const plain = plainLetters(word);
    expect([fold(word), nameKey(word), idFrom(word), idOf(word, 2027)]).toEqual([plain, plain, plain, `${plain}-2027`]);
  },
);
