import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aDevice } from '../helpers/device';
import { aFolder } from '../helpers/folder';
import { bash, guide, RECURRING } from './program';

/** Enough for the program, far from enough for a device that is read to its end. */
const LITTLE_MEMORY = 'ulimit -v 4000000; set -o pipefail;';
const calendar = 'BEGIN:VCALENDAR\\r\\nEND:VCALENDAR\\r\\n';

/** In a new folder, with a pipe `p` in it that nobody uses. */
function inFolder(line: string): { status: number | null; stdout: string; lines: string[] } {
  const cwd = aFolder();
  const env = { MLOPS_GUIDE_DATA_DIR: join(cwd, 'data'), MLOPS_GUIDE_CONFIG_DIR: join(cwd, 'config') };
  const { status, stdout, stderr } = bash(`${LITTLE_MEMORY} mkfifo p; ${line}`, { cwd, env });
  return { status, stdout, lines: stderr.trimEnd().split('\n') };
}

describe('what is no file', () => {
  const device = aDevice('null');

  test.each([
    [`export-ics -o ${aDevice('full')}`, 1, '/full: the disk is full.'],
    ['export-ics -o p', 1, 'cannot write p: no program reads from it.'],
    ['export-ics -o p --force', 1, 'cannot write p: no program reads from it.'],
    ['export-ics -o .', 1, 'cannot write .: it is a folder.'],
    ['export-ics -o . --force', 1, 'cannot write .: it is a folder.'],
    ['export-ics --merge /dev/zero', 1, 'cannot update /dev/zero: it is no file.'],
    ['export-ics --merge p', 1, 'cannot update p: it is no file.'],
    ['check-links --known --json -o p', 1, 'cannot write p: no program reads from it.'],
    ['upcoming --avoid /dev/zero', 4, '/dev/zero is larger than 64 MB'],
    ['upcoming --avoid /dev/null', 4, '/dev/null is no calendar.'],
    ['list --catalogue /dev/zero', 4, '/dev/zero is larger than 256 MB'],
    ['validate /dev/zero', 4, '/dev/zero is larger than 256 MB'],
    ['sources add /dev/zero', 1, '/dev/zero is no file that can be read again with each update.'],
    ['sources add p', 1, 'p is no file that can be read again with each update.'],
  ])('%s: exit %i', (line, code, says) => {
    const { status, stdout, lines } = inFolder(`guide ${line}`);
    expect({ status, stdout, lines: lines.length }).toEqual({ status: code, stdout: '', lines: 2 });
    expect(lines[0]).toContain(says);
    expect(lines[1]).toMatch(/^ {2}\S/);
  });

  test.each([
    ['a device', `guide export-ics -o ${device} && test -c ${device}`, /^$/],
    ['stdout, by its name', 'guide export-ics -n 1 -o /dev/stdout | head -1', /^BEGIN:VCALENDAR/],
    ['stdout, by force', 'guide export-ics -n 1 -o /dev/stdout --force | head -1', /^BEGIN:VCALENDAR/],
    ['a pipe with a reader', 'head -1 p & exec 3>p; guide export-ics -n 1 -o p; exec 3>&-; wait', /^BEGIN:VCALENDAR/],
  ])('is written to: %s', (_, line, out) => {
    const { status, stdout } = inFolder(line);
    expect(status).toBe(0);
    expect(stdout).toMatch(out);
  });

  test.each([
    `guide upcoming -n 1 --fields id --avoid <(printf '${calendar}')`,
    `printf '${calendar}' | guide upcoming -n 1 --fields id --avoid /dev/stdin`,
    `printf '${calendar}' | guide upcoming -n 1 --fields id --avoid -`,
    `guide list -n 1 --fields id --catalogue <(cat '${RECURRING}')`,
    `cat '${RECURRING}' | guide list -n 1 --fields id --catalogue -`,
    `guide list -n 1 --fields id <'${RECURRING}' --catalogue -`,
    // A file of that name has a longer one, too.
    `echo bad > -; cat '${RECURRING}' | MLOPS_GUIDE_CATALOGUE=- guide list -n 1 --fields id`,
    `cp '${RECURRING}' -; guide list -n 1 --fields id --catalogue ./- </dev/null`,
  ])('is read: %s', (line) => {
    const { status, stdout } = inFolder(line);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\S/);
  });
});

/** Linux answers ENOENT to whoever makes a folder in there. Elsewhere there is no such place. */
const hasProc = process.platform === 'linux' && existsSync('/proc/self');

describe.skipIf(!hasProc)('a home in which no folder can be made (on Linux, where there is /proc)', () => {
  const env = { HOME: '/proc' };

  test('what only wants to keep something for the next time does without', () => {
    const { status, stdout, stderr } = guide(['list', '--catalogue', RECURRING, '--fields', 'id', '-n', '1'], {
      ...{ env, timeout: 60_000 },
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'berlin-evening-guest-2027\n' });
    expect(stderr).toMatch(/^1 of \d+ entries; --limit 0 gives all\n$/);
  });

  test('what is to be written says that it cannot be', () => {
    const { status, stdout, stderr } = guide(['sources', 'enable', 'conference-data'], { env, timeout: 60_000 });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^mlops-guide: cannot write \/proc\/\S+: its folder does not exist/);
  });
});

describe('standard input, as -', () => {
  test('is what messages name so, too', () => {
    const { status, stdout } = inFolder('echo none | guide validate -');
    expect({ status, stdout }).toEqual({ status: 4, stdout: expect.stringMatching(/^-:1:1: must be a list/) });
  });

  test.each([
    'validate - -',
    'list --catalogue - --catalogue -',
    'upcoming --catalogue /dev/stdin --avoid -',
    'validate - /dev/fd/0',
  ])('is not waited for where two would want it: %s', (line) => {
    // A pipe that nobody closes: whoever reads it waits for ever.
    const { status, stdout, lines } = inFolder(`exec <>p; guide ${line}`);
    expect({ status, stdout, lines }).toEqual({
      ...{ status: 2, stdout: '' },
      lines: ['mlops-guide: standard input can be read only once.', '  Save it to a file, and name that.'],
    });
  });
});
