import { stringify } from 'yaml';

/**
 * YAML that readers of version 1.1 take as it is meant, too: dates and `NO` in quotes, for they would guess otherwise. What
 * comes twice is written twice: an alias is more than many readers take, ours among them.
 */
export function yamlText(value: unknown): string {
  return stringify(value, { version: '1.1', lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false });
}
