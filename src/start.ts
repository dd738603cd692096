import { join } from 'node:path';
import { loadWithCache } from './code-cache';
import { inFolder, readerFolder } from './reader/folders';

/** Commands that are asked for often; all others share what is kept. */
const OFTEN = ['upcoming', 'deadlines', 'list', 'search', 'show'];

const [, , word = ''] = process.argv;
const { env, platform, execArgv, version, arch } = process;
const cache = readerFolder('cache', { env, platform });
// Who passes options to Node or sets its own switch wants to look closer.
if (cache === undefined || execArgv.length > 0 || env.NODE_DISABLE_COMPILE_CACHE) {
  void import('./main').then(({ start }) => {
    start();
  });
} else {
  const use = OFTEN.includes(word) ? word : 'other';
  const folder = inFolder(cache, 'code');
  const { exports, keep } = loadWithCache(
    join(__dirname, 'main.js'),
    { folder, use, version: `${version}-${arch}` },
    require,
  );
  process.once('exit', keep);
  (exports as typeof import('./main')).start();
}
