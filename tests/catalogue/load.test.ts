import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { fingerprintOf } from '../../src/catalogue/fingerprint';
import { checkPaths, loadFiles, readCatalogueFiles } from '../../src/catalogue/load';
import { CatalogueError, EXIT, isGuideError, type GuideError } from '../../src/errors';
import { anEntry, zones } from '../helpers/entries';

const nothing = vocabularyOf(undefined, zones);
const SMALL = 'tests/fixtures/small';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlops-guide-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file of the temporary folder. @returns its path */
function put(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function failureOf(act: () => unknown): GuideError {
  try {
    act();
  } catch (error) {
    if (isGuideError(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('what is read', () => {
  test('one file, whatever its name', () => {
    const path = put('mine.txt', '[]');
    expect(readCatalogueFiles([path])).toEqual([{ name: path, text: '[]' }]);
  });

  test('a folder: its YAML files and those of its folders, in name order', () => {
    for (const name of ['b.yaml', 'a.yml', 'deep/c.YAML', 'notes.md', 'z.yaml.bak', 'a.json']) put(name, `# ${name}`);
    expect(readCatalogueFiles([folder])).toEqual(
      ['a.yml', 'b.yaml', 'deep/c.YAML'].map((name) => ({ name: join(folder, name), text: `# ${name}` })),
    );
  });

  test('several paths, in the order given', () => {
    const [b, a] = [put('b.yaml', 'b'), put('a.yaml', 'a')];
    expect(readCatalogueFiles([b, a]).map(({ text }) => text)).toEqual(['b', 'a']);
  });

  test('text as it is, with its BOM and line ends', () => {
    const path = put('a.yaml', '\uFEFF- 模型\r\n');
    expect(readCatalogueFiles([path])[0]?.text).toBe('\uFEFF- 模型\r\n');
  });
});

describe('what cannot be read', () => {
  test('a path that is not there', () => {
    const path = join(folder, 'nowhere.yaml');
    const error = failureOf(() => readCatalogueFiles([path]));
    expect([error.message, error.exitCode]).toEqual([`cannot read ${path}: no such file or folder`, EXIT.failure]);
  });

  test('a folder without a catalogue file', () => {
    put('notes.md', '');
    const error = failureOf(() => readCatalogueFiles([folder]));
    expect(error).toBeInstanceOf(CatalogueError);
    expect([error.message, error.exitCode]).toEqual([`no .yaml file in ${folder}`, EXIT.badData]);
  });

  test('a folder that is called like a file is none', () => {
    mkdirSync(join(folder, 'a.yaml'));
    expect(failureOf(() => readCatalogueFiles([folder])).message).toBe(`no .yaml file in ${folder}`);
  });

  test.each([
    ['Latin-1', Buffer.from('- Zürich', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFF- a', 'utf16le')],
    ['half a character', Buffer.from('- 模').subarray(0, 4)],
  ])('%s', (_, bytes) => {
    const path = put('a.yaml', bytes);
    const error = failureOf(() => readCatalogueFiles([path]));
    expect([error.message, error.exitCode]).toEqual([`${path} is not UTF-8 text`, EXIT.badData]);
  });

  test('a file that is far too large', () => {
    const path = put('a.yaml', '');
    truncateSync(path, 256 * 1024 * 1024 + 1);
    expect(failureOf(() => readCatalogueFiles([path]))).toMatchObject({
      message: `${path} is larger than 256 MB`,
      exitCode: EXIT.badData,
    });
    // It is not even hashed.
    expect(fingerprintOf([path])).toBeUndefined();
  });

  test('what is no file is a fault in a folder, where nobody named it, and is not waited for', () => {
    put('a.yaml', '[]');
    execFileSync('mkfifo', [join(folder, 'b.yaml')]);
    symlinkSync('/dev/zero', join(folder, 'c.yaml'));
    const fault = 'is no file that can be read';
    expect(readCatalogueFiles([folder])).toEqual([
      { name: join(folder, 'a.yaml'), text: '[]' },
      { name: join(folder, 'b.yaml'), text: '', fault },
      { name: join(folder, 'c.yaml'), text: '', fault },
    ]);
  });
});

describe('links', () => {
  test('that lead back are followed once, and a file goes by the shortest way to it', () => {
    put('a.yaml', '[]');
    mkdirSync(join(folder, 'sub'));
    put('sub/b.yaml', '[]');
    for (const name of ['again', 'sub/back', 'sub/twice']) symlinkSync(folder, join(folder, name));
    symlinkSync(join(folder, 'sub'), join(folder, 'alias'));
    symlinkSync(join(folder, 'a.yaml'), join(folder, 'c.yaml'));
    symlinkSync('itself', join(folder, 'itself'));
    expect(readCatalogueFiles([folder]).map(({ name }) => name)).toEqual(
      ['a.yaml', 'sub/b.yaml'].map((name) => join(folder, name)),
    );
  });

  test('that lead nowhere are told', () => {
    symlinkSync('b.yaml', join(folder, 'b.yaml'));
    symlinkSync('nowhere', join(folder, 'c.yaml'));
    expect(readCatalogueFiles([folder])).toMatchObject(
      ['b', 'c'].map((name) => ({
        name: join(folder, `${name}.yaml`),
        text: '',
        fault: expect.stringContaining('cannot read'),
      })),
    );
  });

  test('a file that is named twice, or with its folder, is read once', () => {
    const path = put('a.yaml', '[]');
    const names = (...paths: string[]): string[] => readCatalogueFiles(paths).map(({ name }) => name);
    expect(names(path, path, `${folder}/./a.yaml`, folder)).toEqual([path]);
    expect(names(folder, folder)).toEqual([path]);
  });

  test('what the name of a file does to a terminal, its entries do not', () => {
    const path = put('a\u001b[31m.yaml', JSON.stringify([anEntry({ kind: 'site', id: 'a-site' })]));
    expect(loadFiles([path], { ...nothing, kinds: new Map([['monitoring', 'topic']]) }).find('a-site')?.origin).toBe(
      `file:${folder}/a.yaml`,
    );
  });
});

describe('a catalogue', () => {
  test('that is sound', () => {
    const catalogue = loadFiles([SMALL], nothing);
    expect(catalogue).toMatchObject({ origin: SMALL, date: '2026-11-10' });
    expect(catalogue.outlines()).toHaveLength(14);
    expect(catalogue.stages.map(({ id }) => id)).toEqual(['data', 'operate']);
    expect(catalogue.categories.map(({ id }) => id)).toEqual(['monitoring', 'training']);
  });

  test('of two paths says so', () => {
    const paths = ['topics.yaml', 'events.yaml', 'resources.yaml'].map((name) => `${SMALL}/${name}`);
    expect(loadFiles(paths, nothing).origin).toBe(paths.join(', '));
  });

  test('with one problem', () => {
    const path = put('a.yaml', 'entries: []\nstage: []\n');
    expect(failureOf(() => loadFiles([path], nothing))).toMatchObject({
      message: `the catalogue has 1 problem\n${path}:2:1 stage: unknown key`,
      hint: `See all: mlops-guide validate ${path}`,
      exitCode: EXIT.badData,
    });
  });

  test.each([
    [10, 10, []],
    [12, 10, ['… and 2 more']],
  ])('with %d problems shows %d', (count, shown, more) => {
    const path = put('a.yaml', '- x\n'.repeat(count));
    const lines = failureOf(() => loadFiles([path], nothing)).message.split('\n');
    expect(lines[0]).toBe(`the catalogue has ${count} problems`);
    expect(lines.slice(1, shown + 1).every((line, at) => line.startsWith(`${path}:${at + 1}:3: `))).toBe(true);
    expect(lines.slice(shown + 1)).toEqual(more);
  });
});

test('checking tells what is wrong instead of failing, and how many files there were', () => {
  put('a.yaml', '[]');
  put('b.yaml', '- x\n');
  expect(checkPaths([folder], nothing)).toMatchObject({ files: 2, entries: [], problems: [{ line: 1, column: 3 }] });
});
