/** A record with these keys alone, in this order, without those that it does not have. Dots lead into objects and lists. */
export function pick(record: object, fields: readonly string[]): object {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueAt(record, field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

/** Of a list, what its items have there, unless one of them is named by its number. */
export function valueAt(from: unknown, field: string): unknown {
  const [, key = '', rest] = /^([^.]*)(?:\.(.*))?$/.exec(field) ?? [];
  if (Array.isArray(from) && !/^\d+$/.test(key)) return from.flatMap((item) => valueAt(item, field) ?? []);
  const value: unknown = typeof from === 'object' && from !== null ? new Map(Object.entries(from)).get(key) : undefined;
  return rest === undefined ? value : valueAt(value, rest);
}
