import type { Entry } from '../../src/catalogue/schema';

const common = { sources: [{ ref: 'a fixture', verified: '2026-01-01' }], added: '2026-01-01' };
type Given<K extends Entry['kind']> = Omit<Extract<Entry, { kind: K }>, 'kind' | 'sources' | 'added' | 'summary'> & {
  summary?: string;
};
const filled = <T extends { summary?: string }>(given: T) => ({
  ...common,
  ...given,
  summary: given.summary ?? 'None.',
});

export const aBook = (given: Given<'book'>): Entry => ({ ...filled(given), kind: 'book' });
export const aTool = (given: Omit<Given<'tool'>, 'availability'>): Entry => ({
  ...filled(given),
  kind: 'tool',
  availability: 'public',
});
export const anEvent = (given: Pick<Given<'event'>, 'id' | 'name' | 'topics'> & Partial<Given<'event'>>): Entry => ({
  type: 'conference',
  start: '2026-05-01',
  certainty: 'confirmed',
  status: 'scheduled',
  relevance: 'core',
  ...filled(given),
  kind: 'event',
});
export const aTopic = (given: Omit<Given<'topic'>, 'stage' | 'topics'>): Entry => ({
  ...filled(given),
  kind: 'topic',
  stage: 'operate',
  topics: [given.id],
});

/** Invented entries, a few of each kind that search treats in its own way. */
export const entries: readonly Entry[] = [
  aTopic({
    id: 'model-monitoring',
    name: 'Model monitoring and drift',
    summary: 'Watching input data, predictions and quality after release.',
    definition: 'Models decay as the world moves on.',
    synonyms: ['ML monitoring', 'data drift', 'concept drift'],
    terms: { zh: ['模型监控', '数据漂移'] },
  }),
  aTopic({
    id: 'experiment-tracking',
    name: 'Experiment tracking',
    definition: 'Logging parameters and metrics of runs.',
    synonyms: ['experiment management'],
    terms: { zh: ['实验跟踪'] },
  }),
  aTopic({
    id: 'feature-stores',
    name: 'Feature stores and engineering',
    definition: 'Sharing and serving features.',
    synonyms: ['feature platform', 'online store'],
    terms: { zh: ['特征存储'] },
  }),
  aTopic({
    id: 'ci-cd',
    name: 'CI/CD for ML',
    definition: 'Automated build, test and delivery.',
    synonyms: ['continuous integration', 'GitOps'],
    terms: { zh: ['持续集成'] },
  }),
  aTopic({
    id: 'kubernetes',
    name: 'Kubernetes and cloud native',
    definition: 'Running ML on containers.',
    synonyms: ['K8s', 'operators'],
    terms: { zh: ['云原生'] },
  }),
  {
    ...common,
    kind: 'term',
    id: 'training-serving-skew',
    name: 'Training-serving skew',
    summary: 'A difference between training and serving.',
    topics: ['feature-stores'],
    topic: 'feature-stores',
    definition: 'Features are computed in two ways that disagree.',
  },
  aBook({
    id: 'feature-store-book',
    name: 'Feature Store for Everyone',
    topics: ['feature-stores'],
    authors: ['Ada Nowak'],
    publisher: "O'Reilly Media",
    year: 2022,
    level: 'beginner',
    cost: 'paid',
  }),
  aBook({
    id: 'designing-systems',
    name: 'Designing Machine Learning Systems',
    topics: ['model-monitoring'],
    authors: ['Chip Huyen'],
    year: 2022,
  }),
  {
    ...common,
    kind: 'podcast',
    id: 'feature-hour',
    name: 'The Feature Hour',
    summary: 'Talks about the feature store and its neighbours.',
    topics: ['feature-stores'],
    hosts: ['José Müller'],
    platform: 'Spotify',
  },
  {
    ...common,
    kind: 'paper',
    id: 'hidden-technical-debt',
    name: 'Hidden Technical Debt in Machine Learning Systems',
    summary: 'Names the costs of machine learning in production.',
    topics: ['model-monitoring'],
    authors: ['D. Sculley', 'Gary Holt'],
    year: 2015,
    venue: 'NeurIPS',
  },
  {
    ...common,
    kind: 'article',
    id: 'continuous-training',
    name: 'Continuous training in practice',
    summary: 'How a team retrains its models.',
    topics: ['ci-cd'],
  },
  {
    ...common,
    kind: 'site',
    id: 'applying-ml',
    name: 'Applying ML',
    summary: 'Interviews with people who apply machine learning.',
    topics: ['feature-stores'],
  },
  {
    ...common,
    kind: 'series',
    id: 'kubecon',
    name: 'KubeCon + CloudNativeCon',
    summary: 'Conference of the cloud native community.',
    topics: ['kubernetes'],
    aliases: ['KubeCon'],
    type: 'conference',
    organiser: 'CNCF',
    relevance: 'adjacent',
  },
  {
    ...common,
    kind: 'series',
    id: 'apply',
    name: 'apply()',
    summary: 'Conference for machine learning data engineering.',
    topics: ['feature-stores'],
    type: 'conference',
    organiser: 'Tecton',
    relevance: 'core',
  },
  anEvent({
    id: 'kubecon-europe-2027',
    name: 'KubeCon Europe 2027',
    topics: ['kubernetes'],
    series: 'kubecon',
    place: { city: 'Barcelona', country: 'ES' },
    start: '2027-03-15',
  }),
  anEvent({
    id: 'mlops-london-2026',
    name: 'MLOps Gathering',
    topics: ['ci-cd'],
    type: 'meetup',
    place: { city: 'London', country: 'GB' },
  }),
  anEvent({
    id: 'mlops-paris-2026',
    name: 'MLOps Gathering',
    topics: ['ci-cd'],
    place: { city: 'Paris', country: 'FR' },
  }),
  aTool({ id: 'mlflow', name: 'MLflow', topics: ['experiment-tracking'], category: 'experiment-tracking' }),
  aTool({
    id: 'flux',
    name: 'Flux',
    summary: 'Keeps a cluster in step with Git.',
    topics: ['ci-cd', 'kubernetes'],
    category: 'ci-cd',
    writtenIn: 'Go',
  }),
  aTool({
    id: 'tracer',
    name: 'Tracer',
    summary: 'Distributed tracing in a C++ library.',
    topics: ['model-monitoring'],
    category: 'observability',
    writtenIn: 'C++',
  }),
];
