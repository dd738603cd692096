import { cleanText } from '../catalogue/clean';
import type { Place } from '../catalogue/schema';
import type { Context } from '../context';
import { didYouMean, NotFoundError, UsageError } from '../errors';
import { unpackCities, type City } from '../places/city-table';
import { gazetteer, type Gazetteer } from '../places/gazetteer';
import { readPlaces } from '../places/known-places';
import { nearTo, type Near } from '../places/near';
import { isOnGlobe, parsePoint, pointText, type Point } from '../places/point';

/** How far `--near` reaches when nobody says: there and back in a day. */
const USUAL_KM = 100;
/** As many cities as an error names. */
const MOST_NAMED = 8;

/**
 * `--near` and `--km`: a city, or coordinates. Of several cities of one name a person on a terminal picks; elsewhere
 * they are listed, and none is taken for the likeliest.
 * @throws UsageError for what is no distance or no place on the globe; NotFoundError for a city that is not known, or
 * more than one
 */
export async function readNear(asked: string, km: string | undefined, ctx: Context): Promise<Near> {
  let cities: Gazetteer | undefined;
  const known = (): Gazetteer => (cities ??= gazetteer(unpackCities(ctx.host.asset('cities.br'))));
  const { point, label } = pointAt(asked) ?? (await cityAt(asked, known(), ctx));
  const bundled = readPlaces(ctx.host.asset('catalogue/places.tsv').toString('utf8'));
  const pointOf = (place: Place, zone?: string): Point | undefined => {
    const { lat, lon } = place;
    if (lat !== undefined && lon !== undefined) return { lat, lon };
    return bundled(place, zone) ?? known().at(place, zone);
  };
  return nearTo(point, { label, km: kmOf(km) }, pointOf);
}

interface Named {
  readonly point: Point;
  readonly label: string;
}

function pointAt(text: string): Named | undefined {
  const point = parsePoint(text);
  if (!point) return undefined;
  if (isOnGlobe(point)) return { point, label: pointText(point) };
  throw new UsageError(`--near: "${cleanText(text)}" is no place on the globe.`, {
    hint: 'Latitude comes first, -90 to 90, then longitude, -180 to 180: --near 52.52,13.40',
  });
}

async function cityAt(text: string, cities: Gazetteer, ctx: Context): Promise<Named> {
  const found = cities.named(text);
  const choices = found.slice(0, MOST_NAMED).map((city) => ({ city, label: cities.label(city) }));
  const [first] = choices;
  if (!first) throw unknownCity(text, cities);
  if (found.length === 1) return { point: first.city, label: first.label };
  if (ctx.mayAsk) {
    const named = choices.map(({ city, label }) => ({ name: wholeName(city), value: label }));
    const picked = await ctx.host.ask(({ pick }) => pick(`Which ${cleanText(text)}?`, named));
    const choice = choices.find(({ label }) => label === picked);
    if (choice) return { point: choice.city, label: choice.label };
  }
  const more = found.length > choices.length ? ` and ${found.length - choices.length} more` : '';
  throw new NotFoundError(
    `"${cleanText(text)}" is the name of ${found.length} cities: ${choices.map(({ label }) => `"${label}"`).join(', ')}${more}.`,
    { hint: `Say which: --near "${first.label}"` },
  );
}

/** For a person to pick from; the coordinates tell apart what has the same name. */
function wholeName(city: City): string {
  return `${[city.names[0], city.region, city.country].filter(Boolean).join(', ')} (${pointText(city)})`;
}

function unknownCity(text: string, cities: Gazetteer): NotFoundError {
  const [name = ''] = text.split(',');
  const elsewhere = cities.named(name).slice(0, 3).map(cities.label);
  const near = elsewhere.length > 0 ? elsewhere : cities.near(text, 3);
  return new NotFoundError(`no city "${cleanText(text)}".${didYouMean(near)}`, {
    hint: 'Name a larger one nearby, or give coordinates: --near 52.52,13.40',
  });
}

/** @throws UsageError */
function kmOf(text: string | undefined): number {
  if (text === undefined) return USUAL_KM;
  const km = /^(\d+(?:\.\d+)?) ?(?:km)?$/i.exec(text)?.[1];
  if (km !== undefined && Number(km) > 0) return Number(km);
  throw new UsageError(`--km: "${cleanText(text)}" is no distance.`, { hint: 'Use kilometres, such as --km 300.' });
}
