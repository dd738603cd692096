import { allCountryNames, countryNamed } from '../catalogue/countries';
import { cleanText } from '../catalogue/clean';
import { didYouMean, UsageError } from '../errors';
import { countriesIn, REGIONS } from '../places/regions';
import { nearest } from '../search/distance';

/** Codes of the countries that `--country` names. @throws UsageError */
export function readCountries(words: readonly string[]): readonly string[] {
  return words.map((word) => {
    const code = countryNamed(word);
    if (code !== undefined) return code;
    const isRegion = countriesIn(word) !== undefined;
    const near = isRegion ? [] : nearest(word.toLowerCase(), allCountryNames(), 1);
    throw new UsageError(`no country "${cleanText(word)}".${didYouMean(near)}`, {
      hint: isRegion
        ? `It is a region: --region ${cleanText(word)}`
        : 'Use an ISO 3166 code such as DE, or the English name.',
    });
  });
}

/** Codes of all countries in the regions that `--region` names. @throws UsageError */
export function readRegions(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const countries = countriesIn(word);
    if (countries) return countries;
    const country = countryNamed(word);
    const near = country === undefined ? nearest(word.toLowerCase(), REGIONS, 2) : [];
    throw new UsageError(`no region "${cleanText(word)}".${didYouMean(near)}`, {
      hint: country === undefined ? `One of: ${REGIONS.join(', ')}` : `It is a country: --country ${country}`,
    });
  });
}
