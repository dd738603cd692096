import { compileZones } from '../../scripts/compile-zones';
import type { Kind } from '../../src/catalogue/kinds';
import {
  entrySchema,
  type Entry,
  type EntryInput,
  type GuideEvent,
  type Series,
  type Term,
  type Tool,
  type Topic,
} from '../../src/catalogue/schema';
import { createZones } from '../../src/time/zone';

/** Every zone, as the build compiles them. */
export const zones = createZones(compileZones);

const common = {
  name: 'A name',
  summary: 'One sentence.',
  topics: ['monitoring'],
  sources: [{ ref: 'a test', verified: '2026-11-01' }],
  added: '2026-11-01',
};

/** A one-day conference without anything optional. */
export function anEvent(own: Partial<GuideEvent> = {}): GuideEvent {
  return {
    ...common,
    id: 'an-event',
    kind: 'event',
    type: 'conference',
    start: '2026-12-08',
    certainty: 'confirmed',
    status: 'scheduled',
    relevance: 'core',
    ...own,
  };
}

export function aSeries(own: Partial<Series> = {}): Series {
  return { ...common, id: 'a-series', kind: 'series', type: 'conference', relevance: 'core', ...own };
}

export function aTool(own: Partial<Tool> = {}): Tool {
  return { ...common, id: 'a-tool', kind: 'tool', category: 'training', availability: 'public', ...own };
}

const definition = 'A thing has a meaning. It matters to those who use it.';

export function aTopic(own: Partial<Topic> = {}): Topic {
  const id = own.id ?? 'monitoring';
  return { ...common, id, kind: 'topic', topics: [id], stage: 'operate', definition, ...own };
}

export function aTerm(own: Partial<Term> = {}): Term {
  const topic = own.topic ?? 'monitoring';
  return { ...common, id: 'a-term', kind: 'term', topics: [topic], topic, definition, ...own };
}

type Given = { [K in Kind]: { kind: K } & Partial<Extract<EntryInput, { kind: K }>> }[Kind];

/** An entry of any kind, checked against its schema. @throws ZodError for a field that is not valid */
export function anEntry(own: Given): Entry {
  const needed: Partial<Record<Kind, object>> = {
    event: anEvent(),
    series: aSeries(),
    tool: aTool(),
    topic: aTopic(),
    term: aTerm(),
  };
  const entry = entrySchema.parse({ ...common, id: `a-${own.kind}`, ...needed[own.kind], ...own });
  return { ...entry, topics: entry.topics ?? common.topics };
}
