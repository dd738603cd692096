import { stringify } from 'yaml';

/** YAML that readers of version 1.1 take as it is meant, too: dates and `NO` in quotes, for they would guess otherwise. */
export function yamlText(value: unknown): string {
  return stringify(value, { version: '1.1', lineWidth: 0, singleQuote: true });
}
