import { join } from 'node:path';
import { createDisk } from '../../src/disk';
import type { Disk } from '../../src/reader/disk';
import type { FakeHostOptions } from './host';
import { aFolder } from './folder';
import { testNetwork } from './network';
import { guide, type Ran } from './run';

/** Somebody with files of their own in a new folder, and a network. */
export interface Reader {
  readonly folder: string;
  readonly data: string;
  readonly config: string;
  readonly fetched: string;
  run(line: string | readonly string[], options?: FakeHostOptions): Promise<Ran>;
}

export function aReader(network = testNetwork(), disk: (real: Disk) => Disk = (real) => real): Reader {
  const folder = aFolder();
  const [data, config, cache] = ['data', 'config', 'cache'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const env = { MLOPS_GUIDE_DATA_DIR: data, MLOPS_GUIDE_CONFIG_DIR: config, MLOPS_GUIDE_CACHE_DIR: cache };
  const usual: FakeHostOptions = { env, network, disk: disk(createDisk(() => Date.parse('2026-11-21T09:00:00Z'))) };
  return {
    folder,
    data,
    config,
    fetched: join(data, 'fetched.json'),
    run: (line, options = {}) => guide(line, { ...usual, ...options }),
  };
}
