import { expect, test } from 'vitest';
import { mozillaNotice, noticesOf } from '../../scripts/third-party';

const MIT = (copyright: string, width = ' '): string =>
  `MIT License\n\n${copyright}\n\nPermission is hereby granted,${width}free of charge. The above copyright notice stays.\n`;

test('one text serves those that differ in nothing but copyright lines; each of these is kept', () => {
  const notices = noticesOf([
    { title: 'a 1.0.0 (MIT)', text: MIT('Copyright (c) 2020 Ann') },
    { title: 'b 2.0.0 (MIT)', text: MIT('Copyright (c) Bob <bob@b.example>\nCopyright 2021, Beth') },
    { title: 'c 3.0.0 (MIT)', text: MIT('Copyright © 2022 Cy', '\n').replaceAll('\n', '\r\n') },
  ]);
  expect(notices).toBe(
    [
      ...['a 1.0.0 (MIT)', 'Copyright (c) 2020 Ann', ''],
      ...['b 2.0.0 (MIT)', 'Copyright (c) Bob <bob@b.example>', 'Copyright 2021, Beth', ''],
      ...['c 3.0.0 (MIT)', 'Copyright © 2022 Cy', '', 'MIT License', ''],
      'Permission is hereby granted, free of charge. The above copyright notice stays.\n',
    ].join('\n'),
  );
});

test.each([
  ['another word', MIT('Copyright (c) 2020 Ann').replace('free', 'Free')],
  ['another mark', MIT('Copyright (c) 2020 Ann').replace('granted,', 'granted')],
  ['a line more', `${MIT('Copyright (c) 2020 Ann')}All rights reserved.\n`],
])('%s makes it another text, and that stays as it is', (_, text) => {
  const first = MIT('Copyright (c) 2020 Ann');
  expect(
    noticesOf([
      { title: 'a', text: first },
      { title: 'b', text },
    ]),
  ).toBe(`a\n\n${first}\n${'-'.repeat(78)}\n\nb\n\n${text}`);
});

test('of code under the Mozilla Public License stands where its licence and its source are', () => {
  const notice = mozillaNotice('git+https://code.example/ical.git');
  expect(notice).toContain('\nhttps://mozilla.org/MPL/2.0/\n');
  expect(notice).toMatch(/ https:\/\/code\.example\/ical$/);
  expect(() => mozillaNotice()).toThrow('where its source is');
});
