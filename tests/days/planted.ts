/** An error for the tests to find: in a file of src/, this text becomes that. Each is one that somebody could make. */
export type Planted = readonly [file: string, text: string, becomes: string];

export const PLANTED: readonly Planted[] = [
  // Zones.
  [
    'time/zone',
    "['AoE', { starts: [-Infinity], offsets: [-12 * 60]",
    "['AoE', { starts: [-Infinity], offsets: [12 * 60]",
  ],
  [
    'time/zone',
    'unpackRules(text)',
    "unpackRules(zone === 'America/Vancouver' ? (packed('America/Los_Angeles') ?? '') : text)",
  ],
  ['time/zone', 'return rules.offsets[periodAt(rules, instant)] ?? NaN;', 'return rules.offsets[0] ?? NaN;'],
  ['time/zone', 'instantOf(wallMs(wall), rulesOf(zone))', 'wallMs(wall)'],
  ['time/zone', 'instantOf(wallMs(wall), rulesOf(zone))', 'instantOf(wallMs(wall), rulesOf(zone)) + 3_600_000'],
  ['time/zone', 'instantOf(wallMs(wall), rulesOf(zone))', 'instantOf(wallMs(wall), rulesOf(zone)) - 3_600_000'],
  // When something takes place.
  ['time/interval', 'const zone = event.timezone ?? readerZone;', 'const zone = readerZone;'],
  ['time/interval', 'const zone = event.timezone ?? readerZone;', "const zone = event.timezone ?? 'UTC';"],
  ['time/interval', 'zones.instant(addDays(day, 1), zone)', 'zones.instant(day, zone)'],
  ['time/interval', 'zones.instant(addDays(day, 1), zone)', 'zones.instant(addDays(day, 2), zone)'],
  ['time/interval', 'zones.instant(addDays(day, 1), zone)', 'zones.instant(day, zone) + DAY_MS'],
  ['time/interval', 'end: start + HOUR_MS', 'end: start'],
  ['time/interval', 'end: start + HOUR_MS', 'end: start + 2 * HOUR_MS'],
  ['time/interval', "dayEnd(dayOf(milestone.at), 'AoE', zones)", "dayEnd(dayOf(milestone.at), 'UTC', zones)"],
  ['time/interval', 'return now >= last + SECOND_MS;', 'return now >= last;'],
  ['time/interval', 'return now >= last + SECOND_MS;', 'return now > last + SECOND_MS;'],
  [
    'time/interval',
    'if (timezone === undefined) return null;',
    "if (timezone === undefined) return zones.instant(at, 'UTC');",
  ],
  // How the reader sees it.
  ['query/upcoming', 'ends > moment.now', 'ends >= moment.now'],
  ['query/upcoming', "state: starts <= now ? 'ongoing'", "state: starts < now ? 'ongoing'"],
  ['query/upcoming', 'Math.max(0, inDays)', 'inDays'],
  ['query/upcoming', 'Math.min(0, inDays)', 'inDays'],
  ['query/upcoming', 'allDay ? event.start.slice(0, 10) : dayAt', 'false ? event.start.slice(0, 10) : dayAt'],
  ['query/upcoming', 'allDay ? event.start.slice(0, 10) : dayAt', 'true ? event.start.slice(0, 10) : dayAt'],
  [
    'query/upcoming',
    'daysBetween(today, startDay(event, starts, allDay, moment))',
    'Math.floor((starts - now) / 86_400_000)',
  ],
  [
    'query/upcoming',
    'daysBetween(today, startDay(event, starts, allDay, moment))',
    'Math.ceil((starts - now) / 86_400_000)',
  ],
  [
    'query/deadlines',
    'const day = closes === null ? milestone.at.slice(0, 10) : dayAt',
    'const day = milestone ? milestone.at.slice(0, 10) : dayAt',
  ],
  ['query/deadlines', 'daysLeft: Math.max(0, left)', 'daysLeft: left'],
  ['time/reader', 'zones.wall(', "((instant: number, _: string) => zones.wall(instant, 'UTC'))("],
  // What a rule lets expect.
  ['query/expected', 'now - OCCURRENCE_MS + 1', 'now'],
  ['query/expected', 'now - OCCURRENCE_MS + 1', 'now - OCCURRENCE_MS'],
  ['query/expected', 'dayAt(start, zone, zones))', 'wall.slice(0, 10))'],
  ['time/occurrence', 'zones.instant(wall, timezone);', "zones.instant(wall, 'UTC');"],
  ['time/occurrence', '.filter((day) => !exceptions?.includes(day))', ''],
  ['time/occurrence', 'occurrence.day > day', 'occurrence.day >= day'],
  ['time/occurrence', ' && !isBehind(occurrence)', ''],
  ['time/occurrence', 'readOn(sources, added)', "'1970-01-01'"],
  ['time/occurrence', 'day >= first && day <= last', 'false'],
  ['time/rule-days', 'midnight(start ?? anchor(from))', 'midnight(anchor(from))'],
  ['time/rule-days', '...RRule.parseString(rule)', "...RRule.parseString(rule.replace(/;(COUNT|INTERVAL)=\\d+/g, ''))"],
];
