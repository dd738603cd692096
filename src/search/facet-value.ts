import { fold } from './tokens';

/** A value as facets write it, however it was typed: `São Paulo` and `sao_paulo` are sao-paulo. */
export function facetValue(text: string): string {
  return fold(text)
    .trim()
    .replace(/[\s_-]+/g, '-');
}
