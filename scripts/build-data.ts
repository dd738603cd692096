import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { checkPaths } from '../src/catalogue/load';
import { compileCatalogue, packedCatalogue } from '../src/catalogue/compile';
import { vocabularyOf } from '../src/catalogue/vocabulary';
import { memoryCatalogue } from '../src/catalogue/memory';
import { problemLine } from '../src/catalogue/problem';
import { packSchemas, SCHEMAS_FILE } from '../src/commands/compiled-schemas';
import { jsonSchemas } from '../src/commands/json-schemas';
import { EXIT } from '../src/errors';
import { packCities } from '../src/places/city-table';
import { placeNames } from '../src/places/place-names';
import { gazetteer } from '../src/places/gazetteer';
import { knownPlaces } from '../src/places/known-places';
import { RELEASES_FILE } from '../src/journal/journal';
import { createZones } from '../src/time/zone';
import { zoneText } from '../src/time/zone-table';
import { esModuleWrapper } from './index-wrapper';
import { compileCities } from './compile-cities';
import { compileZones } from './compile-zones';
import { learnAskings } from './learn-askings';
import { readJournal } from './read-journal';
import { thirdPartyNotices } from './third-party';

/** Last step of the build: checks data/, and writes what the program loads at start. */
const table = compileZones();
const zones = createZones(() => table);
const checked = checkPaths(['data'], vocabularyOf(undefined, zones));
if (checked.problems.length > 0) {
  for (const problem of checked.problems) console.error(problemLine(problem));
  console.error(`${checked.problems.length} problems in data/`);
  process.exit(EXIT.badData);
}
mkdirSync('dist/catalogue', { recursive: true });
writeFileSync('dist/zones.txt', zoneText(table));
const cities = compileCities();
writeFileSync('dist/cities.br', packCities(cities));
const places = knownPlaces(checked.entries, gazetteer(cities));
writeFileSync('dist/catalogue/places.tsv', places.text);
for (const place of places.unknown) {
  console.warn(`no coordinates for ${place}: add lat and lon to its place, or the city to data/more-cities.tsv`);
}
const compiled = packedCatalogue(
  compileCatalogue(
    memoryCatalogue(checked, 'data', {
      placeNames: placeNames(() => cities),
      learned: () => learnAskings(checked.entries),
    }),
    zones,
  ),
);
for (const [name, bytes] of Object.entries(compiled)) {
  writeFileSync(`dist/catalogue/${name}`, bytes);
}
const schemas = jsonSchemas();
writeFileSync(`dist/${SCHEMAS_FILE}`, packSchemas(schemas));
// By which editors check data/ as one types: the first line of each file there names it.
writeFileSync('.build/catalogue.schema.json', JSON.stringify(schemas.catalogue));
// What releases changed: each line is a change, and the order of the file is that of the days.
writeFileSync(`dist/${RELEASES_FILE}`, JSON.stringify(readJournal(readFileSync('data/changes.jsonl', 'utf8'))));
// What is compiled from a reader's own entries is made anew when this data or the code that compiles it changes.
const made = [
  'catalogue/outline.tsv',
  'catalogue/entries.json',
  'catalogue/entries.br',
  'catalogue/asked.idx',
  'from-files.js',
];
const hash = createHash('sha256');
for (const name of made) hash.update(readFileSync(`dist/${name}`));
writeFileSync('dist/catalogue/stamp.txt', hash.digest('hex').slice(0, 16));
const library = createRequire(resolve('package.json'))('./dist/index.js') as object;
writeFileSync('dist/index.mjs', esModuleWrapper(Object.keys(library).sort()));
// One set of types for both; TypeScript wants one under each name.
writeFileSync('dist/index.d.mts', "export * from './index.js';\n");
writeFileSync('dist/THIRD-PARTY.txt', thirdPartyNotices('dist'));
console.log(`catalogue: ${checked.entries.length} entries of ${checked.files} files`);
