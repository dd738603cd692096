import type { SourceType } from './reading';

/** A public list that the program knows; off until the reader enables it. */
export interface ReadyMade {
  readonly name: string;
  readonly about: string;
  readonly type: SourceType;
  /** As the list's own repository states it. */
  readonly licence: string;
  readonly home: string;
  /** In front of each file; the reader may name a mirror instead. */
  readonly base: string;
  /** Files of it. Some are not there every year. */
  files(year: number): readonly string[];
}

const SUBJECTS = ['data', 'devops', 'sre', 'general', 'python', 'opensource'];

/** Systems and machine-learning venues of ccf-deadlines, by its areas. */
const CCF_VENUES = {
  AI: ['aaai', 'iclr', 'icml', 'nips'],
  DB: ['cidr', 'cikm', 'icde', 'sigkdd', 'sigmod', 'vldb', 'wsdm'],
  DS: ['asplos', 'atc', 'eurosys', 'fast', 'socc'],
  MX: ['bigdata', 'mlsys', 'www'],
  NW: ['nsdi'],
  SE: ['icse', 'osdi', 'sosp'],
};

export const READY_MADE: readonly ReadyMade[] = [
  {
    name: 'conference-data',
    about: 'conferences on data, DevOps, SRE, Python, open source and software in general, this year and next',
    type: 'conference-data',
    licence: 'MIT, tech-conferences/conference-data contributors',
    home: 'https://github.com/tech-conferences/conference-data',
    base: 'https://raw.githubusercontent.com/tech-conferences/conference-data/HEAD/conferences/',
    files: (year) => [year, year + 1].flatMap((of) => SUBJECTS.map((subject) => `${of}/${subject}.json`)),
  },
  {
    name: 'ccf-deadlines',
    about: 'deadlines and days of research conferences on systems, databases and machine learning',
    type: 'ccf-deadlines',
    licence: 'MIT, ccfddl/ccf-deadlines contributors',
    home: 'https://github.com/ccfddl/ccf-deadlines',
    base: 'https://raw.githubusercontent.com/ccfddl/ccf-deadlines/HEAD/conference/',
    files: () => Object.entries(CCF_VENUES).flatMap(([area, keys]) => keys.map((key) => `${area}/${key}.yml`)),
  },
  {
    name: 'ai-deadlines',
    about: 'deadlines and days of research conferences on machine learning',
    type: 'ai-deadlines',
    licence: 'MIT, huggingface/ai-deadlines contributors',
    home: 'https://github.com/huggingface/ai-deadlines',
    base: 'https://raw.githubusercontent.com/huggingface/ai-deadlines/HEAD/src/data/conferences/',
    files: () => ['aaai', 'colm', 'iclr', 'icml', 'kdd', 'neurips'].map((key) => `${key}.yml`),
  },
];
