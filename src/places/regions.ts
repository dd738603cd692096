import { nameKey } from './name-key';

/**
 * Countries by part of the world: the geographical subregions of the UN's "Standard Country or Area Codes for
 * Statistical Use" (M49), by ISO 3166-1 alpha-2 codes. M49 has no place of its own for Taiwan and Kosovo, and none for
 * Antarctica: the first two stand with their neighbours, the last nowhere.
 */
const SUBREGIONS = {
  'northern-africa': 'DZ EG EH LY MA SD TN',
  'eastern-africa': 'BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW',
  'middle-africa': 'AO CD CF CG CM GA GQ ST TD',
  'southern-africa': 'BW LS NA SZ ZA',
  'western-africa': 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG',
  caribbean: 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI',
  'central-america': 'BZ CR GT HN MX NI PA SV',
  'south-america': 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE',
  'northern-america': 'BM CA GL PM US',
  'central-asia': 'KG KZ TJ TM UZ',
  'eastern-asia': 'CN HK JP KP KR MN MO TW',
  'south-eastern-asia': 'BN ID KH LA MM MY PH SG TH TL VN',
  'southern-asia': 'AF BD BT IN IR LK MV NP PK',
  'western-asia': 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  'eastern-europe': 'BG BY CZ HU MD PL RO RU SK UA',
  'northern-europe': 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ',
  'southern-europe': 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK',
  'western-europe': 'AT BE CH DE FR LI LU MC NL',
  'australia-and-new-zealand': 'AU CC CX HM NF NZ',
  'pacific-islands': 'AS CK FJ FM GU KI MH MP NC NR NU PF PG PN PW SB TK TO TV UM VU WF WS',
} as const;

/** Regions made of others: M49's own (continents, Latin America), then what people in business and data centres call so. */
const UNIONS = {
  africa: 'northern-africa eastern-africa middle-africa southern-africa western-africa',
  asia: 'central-asia eastern-asia south-eastern-asia southern-asia western-asia',
  europe: 'eastern-europe northern-europe southern-europe western-europe',
  oceania: 'australia-and-new-zealand pacific-islands',
  // M49 003: all of the continent, Mexico and Panama included.
  'north-america': 'northern-america central-america caribbean',
  // M49 419.
  'latin-america': 'central-america caribbean south-america',
  americas: 'northern-america central-america caribbean south-america',
  // No authority draws it: here western Asia without Cyprus and the Caucasus, with Egypt and Iran.
  'middle-east': 'AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE',
  emea: 'europe middle-east africa',
  // Asia without its west and centre, and Oceania.
  apac: 'eastern-asia south-eastern-asia southern-asia oceania',
  // The five countries of the Nordic Council and their autonomous areas.
  nordics: 'AX DK FI FO GL IS NO SE SJ',
  scandinavia: 'DK NO SE',
  baltics: 'EE LT LV',
  benelux: 'BE LU NL',
  dach: 'AT CH DE',
  iberia: 'AD ES GI PT',
  // The 27 members of the European Union since 2020.
  eu: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
};

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['european union', 'eu'],
  ['latam', 'latin-america'],
  ['mideast', 'middle-east'],
  ['asia pacific', 'apac'],
  ['nordic countries', 'nordics'],
  ['baltic states', 'baltics'],
  ['east asia', 'eastern-asia'],
  ['southeast asia', 'south-eastern-asia'],
  ['south east asia', 'south-eastern-asia'],
  ['south asia', 'southern-asia'],
  ['west asia', 'western-asia'],
  ['east africa', 'eastern-africa'],
  ['west africa', 'western-africa'],
  ['north africa', 'northern-africa'],
  ['central africa', 'middle-africa'],
  ['east europe', 'eastern-europe'],
  ['west europe', 'western-europe'],
  ['north europe', 'northern-europe'],
  ['south europe', 'southern-europe'],
  ['非洲', 'africa'],
  ['亚洲', 'asia'],
  ['东亚', 'eastern-asia'],
  ['东南亚', 'south-eastern-asia'],
  ['南亚', 'southern-asia'],
  ['亚太', 'apac'],
  ['欧洲', 'europe'],
  ['欧盟', 'eu'],
  ['东欧', 'eastern-europe'],
  ['北欧', 'nordics'],
  ['美洲', 'americas'],
  ['北美', 'north-america'],
  ['北美洲', 'north-america'],
  ['南美', 'south-america'],
  ['南美洲', 'south-america'],
  ['拉美', 'latin-america'],
  ['拉丁美洲', 'latin-america'],
  ['中东', 'middle-east'],
  ['大洋洲', 'oceania'],
]);

const PARTS: ReadonlyMap<string, string> = new Map(Object.entries({ ...UNIONS, ...SUBREGIONS }));

/** Every region, the large and usual ones first. */
export const REGIONS: readonly string[] = [...PARTS.keys()];

/** Codes of the countries in a region, by its name in any case, with blanks or hyphens; undefined where none is so called. */
export function countriesIn(region: string): readonly string[] | undefined {
  const key = nameKey(region).replace(/^the /, '');
  const parts = PARTS.get(ALIASES.get(key) ?? key.replace(/ /g, '-'));
  if (parts === undefined) return undefined;
  return [...new Set(parts.split(' ').flatMap((part) => countriesIn(part) ?? [part]))];
}

/** The names of all regions that hold each country, made on first use. */
let regionsByCountry: ReadonlyMap<string, readonly string[]> | undefined;

/** What a country, given by its code, is part of, by all names that `countriesIn` knows; none for a code in no region. */
export function regionsOf(country: string): readonly string[] {
  regionsByCountry ??= byCountry();
  return regionsByCountry.get(country) ?? [];
}

function byCountry(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const name of [...PARTS.keys(), ...ALIASES.keys()]) {
    for (const country of countriesIn(name) ?? []) names.set(country, [...(names.get(country) ?? []), name]);
  }
  return names;
}
