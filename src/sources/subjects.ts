import { plainLetters } from '../search/plain-letters';
import type { Reading } from './reading';

/**
 * Words that make a conference one where an MLOps engineer would go, and the topic that each stands for. They are looked
 * for in its name and, for research venues, in its name in full.
 */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(mlops|ml ops|machine learning operations)\b/, 'mlops-fundamentals'],
  [/\b(llmops|llms?|ai engineer(ing)?|ai native|genai|gen ai|generative)\b/, 'llmops'],
  [/\b(agents?|agentic|agentcon|mcp)\b/, 'agents'],
  [/\b(rag|vector search)\b/, 'rag'],
  [/\b(kubernetes|kubecon|kcd|k8s|cloud ?native\w*|containers?|containerdays)\b/, 'kubernetes'],
  [/\b(observability|monitoring|opentelemetry|grafanacon)\b/, 'observability'],
  [/\b(sre|srecon|site reliability|reliability|chaos)\b/, 'reliability'],
  [
    /\b(dev ?ops\w*|decopscon|gitops|platform ?con|platform engineering|iac\w*|x ops|config management|infrastructure as code|stackconf)\b/,
    'devops-sre',
  ],
  [/\b(ai infra(structure)?|hpc|supercomputing|gpu|gtc)\b/, 'ai-infrastructure'],
  [
    /\b(data engineering|lakehouse|spark|kafka|flink|airflow|dbt|big ?data|buzzwords|data streaming|data at scale|data2day|very large data|data engineering|management of data|data management|data systems)\b/,
    'data-engineering',
  ],
  [
    /\b(data science|analytics|pydata|scipy|euroscipy|statistics|data mining|knowledge management|data and ai|data ai|data)\b/,
    'data-science',
  ],
  [/\b(recsys|recommender|information retrieval|web search|search)\b/, 'recommender-search'],
  [
    /\b(machine learning|ml\w*con\w*|mlcon|deep learning|neural|learning representations|ml|ai|artificial intelligence|minds mastering machines|pytorch|tensorflow|knowledge discovery|language modeling)\b/,
    'machine-learning',
  ],
  [
    /\b(machine learning and systems|operating systems|computer systems|networked systems|cloud computing|file and storage|architectural support|distributed)\b/,
    'ml-systems-research',
  ],
  [/\b(pycon|europython|pyconf|python|fosdem|open source|scale|foss)\b/, 'open-source'],
  [/\b(software engineering)\b/, 'software-engineering'],
];

/** Words that name a field beyond machines and data: they alone do not make a conference one of ours. */
const WEAK = new Set(['recommender-search', 'open-source', 'software-engineering']);
/** In these lists, what is weak elsewhere is the subject itself. */
const SUBJECT_LISTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['python', ['open-source']],
  ['opensource', ['open-source']],
]);

/**
 * `2nd International Conference on Artificial Intelligence and Data Science`: names that are a subject and nothing else.
 * Hundreds of such conferences are announced a year, and hardly one is where practitioners meet.
 */
const GENERIC =
  /^(the )?(\d+(st|nd|rd|th) |annual )*(international|global|world|european|acs\/ieee)[\w\s/]* (conference|summit|congress|symposium|forum) (on|of)\b|^(the )?\d+(st|nd|rd|th) world congress\b|^annual global\b/;

/** What a list is about, as a topic, where its records say nothing of their own. */
const LIST_TOPICS: ReadonlyMap<string, string> = new Map([
  ['data', 'data-science'],
  ['devops', 'devops-sre'],
  ['sre', 'devops-sre'],
  ['python', 'open-source'],
  ['opensource', 'open-source'],
  ['general', 'software-engineering'],
  ['ccf:AI', 'machine-learning'],
  ['ccf:DB', 'data-engineering'],
  ['ccf:DS', 'ml-systems-research'],
  ['ccf:NW', 'ml-systems-research'],
  ['ccf:SE', 'software-engineering'],
  ['ccf:MX', 'machine-learning'],
]);

/**
 * The filter `mlops`: keeps editions of series that the catalogue knows, and those with one of the words above in their
 * name, unless the name is nothing but a subject.
 */
export function isForMlops(reading: Reading, isKnownSeries: boolean): boolean {
  if (isKnownSeries) return true;
  const names = plainWords([reading.name, ...reading.seriesNames].join(' '));
  if (GENERIC.test(plainLetters(reading.name))) return false;
  const own = SUBJECT_LISTS.get(reading.subjects[0] ?? '') ?? [];
  return WORDS.some(([words, topic]) => (!WEAK.has(topic) || own.includes(topic)) && words.test(names));
}

/** One to five topics; the ones that the catalogue does not have are left out, so it may be none. */
export function topicsOf(
  reading: Reading,
  hasTopic: (id: string) => boolean,
  stated: readonly string[] = [],
): string[] {
  const told = reading.subjects.filter((subject) => !LIST_TOPICS.has(subject));
  const words = plainWords([reading.name, ...reading.seriesNames, ...told].join(' '));
  const found = WORDS.filter(([pattern]) => pattern.test(words)).map(([, topic]) => topic);
  const ofList = reading.subjects.flatMap((subject) => LIST_TOPICS.get(subject) ?? []);
  const candidates = stated.length > 0 ? stated : found.length > 0 ? found : ofList;
  const topics = [...new Set(candidates)].filter(hasTopic).slice(0, 5);
  return topics.length > 0 ? topics : [...ofList, 'mlops-fundamentals'].filter(hasTopic).slice(0, 1);
}

/** Lower case, without accents, signs as blanks. */
function plainWords(text: string): string {
  return plainLetters(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
