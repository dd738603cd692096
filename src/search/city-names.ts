/** City, and behind bars the other names that people look for it by; see data/city-names.tsv, of which this is a part. */
const CITIES =
  'Amsterdam|阿姆斯特丹;Athens|Athina|雅典;Atlanta|亚特兰大;Austin|奥斯汀;Bangkok|Krung Thep|曼谷;Barcelona|巴塞罗那;' +
  'Bengaluru|Bangalore|班加罗尔;Berlin|柏林;Bologna|博洛尼亚;Boston|波士顿;Brussels|Bruxelles|Brussel|布鲁塞尔;Budapest|布达佩斯;' +
  'Chennai|Madras|金奈;Chicago|芝加哥;Cologne|Köln|科隆;Copenhagen|København|Kopenhagen|哥本哈根;Darmstadt|达姆施塔特;' +
  'Dubai|迪拜;Dublin|Baile Átha Cliath|都柏林;Edinburgh|爱丁堡;Eindhoven|埃因霍温;Geneva|Genève|Ginevra|日内瓦;Ghent|根特;' +
  'Gothenburg|Göteborg|哥德堡;Hamburg|汉堡;Hangzhou|杭州;Heidelberg|海德堡;Hong Kong|香港;Jeju|제주|济州;Karlsruhe|卡尔斯鲁厄;' +
  'Kolkata|Calcutta|加尔各答;Kraków|Cracow|Krakau|克拉科夫;Las Vegas|拉斯维加斯;London|伦敦|Londres;Macau|Macao|澳门;' +
  'Madrid|马德里;Melbourne|墨尔本;Montevideo|蒙得维的亚;Montreal|蒙特利尔;Munich|München|Muenchen|慕尼黑;Naples|Napoli|那不勒斯;' +
  'New York|New York City|NYC|纽约;Oslo|奥斯陆;Ottawa|渥太华;Paris|巴黎;Philadelphia|Philly|费城;Porto|Oporto|波尔图;' +
  'Prague|Praha|布拉格;Pune|Poona|浦那;Rio de Janeiro|里约热内卢;Rome|罗马;San Diego|圣迭戈;San Francisco|SF|San Fran|旧金山;' +
  'San Jose|圣何塞;Santa Clara|圣克拉拉;Seattle|西雅图;Seoul|서울|首尔;Shanghai|上海;Singapore|新加坡;Stockholm|斯德哥尔摩;' +
  'Sydney|悉尼;São Paulo|圣保罗;Tallinn|塔林;Tangier|Tanger;Tel Aviv|Tel Aviv-Yafo|特拉维夫;Tokyo|東京|东京;Toronto|多伦多;' +
  'Vancouver|温哥华;Vilnius|维尔纽斯;Warsaw|Warszawa|Warschau|华沙;Washington|华盛顿;Zurich|苏黎世';

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** What else a city is called: in Chinese, in the language of the place or in English, in short; empty for most. */
export function otherCityNames(city: string): readonly string[] {
  known ??= new Map(CITIES.split(';').map((row) => [row.split('|')[0] ?? '', row.split('|').slice(1)]));
  return known.get(city) ?? [];
}
