import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRobots } from '../../src/links/robots';

const ours = (text: string) => readRobots(text, 'mlops-guide');

describe('whom a group is for', () => {
  test.each([
    { name: 'everybody', text: 'User-agent: *\nDisallow: /', isAllowed: false },
    { name: 'somebody else', text: 'User-agent: otherbot\nDisallow: /', isAllowed: true },
    { name: 'this program, in any case', text: 'user-AGENT: MLOps-Guide\nDISALLOW: /', isAllowed: false },
    {
      name: 'this program rather than everybody',
      text: 'User-agent: *\nDisallow: /\n\nUser-agent: mlops-guide\nDisallow:',
      isAllowed: true,
    },
    { name: 'several at once', text: 'User-agent: otherbot\nUser-agent: mlops-guide\nDisallow: /', isAllowed: false },
    {
      name: 'this program, in two groups',
      text: 'User-agent: mlops-guide\nDisallow: /x\n\nUser-agent: a\nDisallow:\n\nUser-agent: mlops-guide\nDisallow: /page',
      isAllowed: false,
    },
    { name: 'nobody: rules before any group', text: 'Disallow: /', isAllowed: true },
    {
      name: 'everybody, with carriage returns and a mark at the start',
      text: '\uFEFFUser-agent: *\r\nDisallow: / # all\r\n',
      isAllowed: false,
    },
  ])('$name', ({ text, isAllowed }) => expect(ours(text).allows('/page')).toBe(isAllowed));
});

// Longest rule first, then the kinder one; the examples of RFC 9309, 5.1 and 5.2 among them.
describe('what a rule is about', () => {
  test.each([
    { rules: ['Disallow: /private'], path: '/private/a', isAllowed: false },
    { rules: ['Disallow: /private'], path: '/public', isAllowed: true },
    { rules: ['Disallow: /a', 'Allow: /a/b'], path: '/a/b/c', isAllowed: true },
    { rules: ['Allow: /a', 'Disallow: /a/b'], path: '/a/b/c', isAllowed: false },
    { rules: ['Disallow: /same', 'Allow: /same'], path: '/same', isAllowed: true },
    { rules: ['Disallow: *.gif$'], path: '/image.gif', isAllowed: false },
    { rules: ['Disallow: *.gif$'], path: '/image.gif?x', isAllowed: true },
    { rules: ['Disallow: /*/end$'], path: '/a/b/end', isAllowed: false },
    { rules: ['Disallow: /*/end$'], path: '/end', isAllowed: true },
    { rules: ['Disallow: /page$'], path: '/page', isAllowed: false },
    { rules: ['Disallow: /page$'], path: '/page2', isAllowed: true },
    { rules: ['Disallow: /*?session'], path: '/a?session=1', isAllowed: false },
    { rules: ['Disallow: /caf%C3%A9'], path: '/café', isAllowed: false },
    { rules: ['Disallow:'], path: '/anything', isAllowed: true },
    { rules: ['Disallow: /'], path: '/robots.txt', isAllowed: true },
    { rules: ['Disallow: /%'], path: '/%', isAllowed: false },
  ])('$rules for $path', ({ rules, path, isAllowed }) => {
    expect(ours(['User-agent: *', ...rules].join('\n')).allows(path)).toBe(isAllowed);
  });

  test('a delay is heeded, of the group that counts', () => {
    expect(ours('User-agent: *\nCrawl-delay: 7.5').delay).toBe(7.5);
    expect(ours('User-agent: *\nCrawl-delay: 7\n\nUser-agent: mlops-guide\nDisallow: /x').delay).toBeUndefined();
    expect(ours('User-agent: *\nCrawl-delay: soon').delay).toBeUndefined();
  });
});

test('whatever the text is, it is read, and quickly', () => {
  fc.assert(
    fc.property(fc.string(), fc.webPath(), (text, path) => {
      expect(typeof ours(`User-agent: *\n${text}`).allows(path)).toBe('boolean');
    }),
  );
  const long = `User-agent: *\nDisallow: /${'*a'.repeat(200_000)}${' '.repeat(200_000)}x`;
  expect(ours(long).allows(`/${'a'.repeat(900)}`)).toBe(true);
});
