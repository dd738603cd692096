/**
 * Names that Windows programs write into calendars, for the zones that events of this catalogue are in.
 * Source: windowsZones of the Unicode CLDR, territory 001.
 */
const WINDOWS: Readonly<Record<string, string>> = {
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'Arabian Standard Time': 'Asia/Dubai',
  'Argentina Standard Time': 'America/Buenos_Aires',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Central Standard Time': 'America/Chicago',
  'China Standard Time': 'Asia/Shanghai',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'Eastern Standard Time': 'America/New_York',
  'Egypt Standard Time': 'Africa/Cairo',
  'FLE Standard Time': 'Europe/Kiev',
  'GMT Standard Time': 'Europe/London',
  'GTB Standard Time': 'Europe/Bucharest',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'India Standard Time': 'Asia/Calcutta',
  'Israel Standard Time': 'Asia/Jerusalem',
  'Korea Standard Time': 'Asia/Seoul',
  'Mountain Standard Time': 'America/Denver',
  'New Zealand Standard Time': 'Pacific/Auckland',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Romance Standard Time': 'Europe/Paris',
  'Russian Standard Time': 'Europe/Moscow',
  'SE Asia Standard Time': 'Asia/Bangkok',
  'Singapore Standard Time': 'Asia/Singapore',
  'South Africa Standard Time': 'Africa/Johannesburg',
  'Taipei Standard Time': 'Asia/Taipei',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Turkey Standard Time': 'Europe/Istanbul',
  'US Mountain Standard Time': 'America/Phoenix',
  'W. Europe Standard Time': 'Europe/Berlin',
  UTC: 'UTC',
};

/** The IANA zone that a TZID means; undefined for a name that only the calendar itself explains. */
export function ianaZone(tzid: string, hasZone: (zone: string) => boolean): string | undefined {
  if (Object.hasOwn(WINDOWS, tzid)) return WINDOWS[tzid];
  if (tzid !== 'AoE' && hasZone(tzid)) return tzid;
  // Some programs put a name of their own in front: /freeassociation.sourceforge.net/Europe/Berlin.
  const [, tail = ''] = /^\/.*?\/((?:[A-Z]\w+\/)?[A-Z][\w+-]+\/[A-Z][\w+-]+)$/.exec(tzid) ?? [];
  return tail !== '' && hasZone(tail) ? tail : undefined;
}
