import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { KINDS } from '../../src/catalogue/kinds';
import { entrySchema } from '../../src/catalogue/schema';
import { codeIn, page, tableUnder } from './pages';

describe('data model', () => {
  const model = page('docs/data-model.md');
  const common = tableUnder(model, '## Every entry');
  const headings = [...model.matchAll(/^## (`.*)$/gm)].map(([, heading = '']) => heading);
  const headingOf = (kind: string): string => headings.find((heading) => heading.includes(`\`${kind}\``)) ?? '';

  test.each(KINDS.map((kind) => ({ kind })))('has the fields of $kind', ({ kind }) => {
    const option = entrySchema.options.find(({ shape }) => shape.kind.value === kind);
    const own = tableUnder(model, `## ${headingOf(kind)}`);
    // What a kind says of a field goes before what all kinds say.
    expectSame(option?.shape ?? {}, [...common, ...own]);
  });

  const event = entrySchema.options.find(({ shape }) => shape.kind.value === 'event')?.shape;
  const series = entrySchema.options.find(({ shape }) => shape.kind.value === 'series')?.shape;
  test.each([
    { part: 'source', field: event?.sources },
    { part: 'place', field: event && 'place' in event ? event.place : undefined },
    { part: 'milestone', field: event && 'milestones' in event ? event.milestones : undefined },
    { part: 'disputed', field: event && 'disputed' in event ? event.disputed : undefined },
    { part: 'recurrence', field: series && 'recurrence' in series ? series.recurrence : undefined },
  ])('has the parts of a $part', ({ part, field }) => {
    expectSame(objectIn(field).shape, tableUnder(model, `### ${part}`));
  });

  /** Keys, whether they are needed, and every value of a fixed choice. */
  function expectSame(shape: Readonly<Record<string, z.core.$ZodType>>, rows: readonly string[][]): void {
    const written = new Map(rows.map(([key, needed, what = '']) => [codeIn(key), { needed, what }]));
    expect([...written.keys()].sort()).toEqual(Object.keys(shape).sort());
    for (const [key, field] of Object.entries(shape)) {
      const { needed, what } = written.get(key) ?? {};
      expect(`${key}: ${needed}`).toBe(`${key}: ${field instanceof z.ZodOptional ? 'no' : 'yes'}`);
      for (const choice of choicesOf(field)) expect(what, `${key}: ${choice}`).toMatch(new RegExp(`\\b${choice}\\b`));
    }
  }

  function choicesOf(field: z.core.$ZodType): readonly (string | number)[] {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    return inner instanceof z.ZodEnum ? inner.options : [];
  }

  function objectIn(field: z.core.$ZodType | undefined): z.ZodObject {
    if (field instanceof z.ZodOptional) return objectIn(field.unwrap());
    if (field instanceof z.ZodArray) return objectIn(field.element);
    if (field instanceof z.ZodObject) return field;
    throw new TypeError('no object in it');
  }
});
