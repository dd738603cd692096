import { singular } from './word-forms';

/** What a word says of the entries that are wanted, beside what they are about. */
export interface Wish {
  /** Wishes of the same field are alternatives: `books and podcasts`. */
  readonly field: WishField;
  /** For people: `kind course`, `mode online`. */
  readonly label: string;
  /** Facets any of which fulfils it; none for what is still to come or open, which the clock decides. */
  readonly facets: readonly string[];
  /** Entries that fulfil it whatever their facets. */
  readonly entries?: readonly number[];
}
export type WishField =
  'topic' | 'kind' | 'cost' | 'level' | 'mode' | 'place' | 'when' | 'ahead' | 'call' | 'language' | 'licence';

/** How much each kind of wish counts against the others. */
export const WISH_WEIGHTS: Readonly<Record<WishField, number>> = {
  kind: 6,
  topic: 4,
  place: 6,
  when: 5,
  ahead: 5,
  call: 5,
  language: 4,
  cost: 3,
  level: 3,
  mode: 3,
  licence: 2,
};

/** The label of the wish to be told what a word means. */
export const DEFINITION = 'kind topic or term';

const ONLINE = 'mode online';
const FREE = 'cost free';
const TALK = 'kind video';
const OPEN_TOOL = ['licence:open'];

type Row = readonly [field: WishField, label: string, facets: string, words: string];

/** Facets with blanks between; words with commas between, in English and Chinese, singular (see `wishOf`). */
const ROWS: readonly Row[] = [
  ['kind', 'kind book', 'kind:book', 'book,ebook,e-book,pdf,epub,书,书籍,图书,电子书,教材'],
  [
    'kind',
    'kind course',
    'kind:course',
    'course,class,mooc,certification,certificate,认证,证书,bootcamp,online course,课程,课,公开课,网课,慕课,训练营',
  ],
  ['kind', 'kind course, article or video', 'kind:course kind:article kind:video', 'tutorial,教程'],
  ['kind', 'kind article', 'kind:article', 'article,quick read,short read,blog post,blogpost,文章,博文'],
  ['kind', 'kind article, site or newsletter', 'kind:article kind:site kind:newsletter', 'blog,博客'],
  ['kind', 'kind book, article or paper', 'kind:book kind:article kind:paper', 'what to read,to read,reading,读物'],
  ['kind', 'kind newsletter, site or podcast', 'kind:newsletter kind:site kind:podcast', 'who writes,writes about'],
  ['kind', 'kind course or video', 'kind:course kind:video', 'lecture,lectures,university lecture,lecture series'],
  ['kind', 'kind paper', 'kind:paper', 'paper,research paper,论文'],
  ['kind', TALK, 'kind:video', 'video,talk,recording,video lecture,视频,演讲,讲座'],
  ['kind', 'kind podcast', 'kind:podcast', 'podcast,播客'],
  ['kind', 'kind newsletter', 'kind:newsletter', 'newsletter,news,新闻,资讯,通讯,简报,周刊,周报,电子报,邮件通讯'],
  [
    'kind',
    'kind community',
    'kind:community',
    'community,forum,slack,slack group,slack channel,slack community,discord,discord server,社区,社群,论坛,微信群',
  ],
  ['kind', 'kind site', 'kind:site', 'site,website,web site,网站'],
  ['kind', 'kind list', 'kind:list', 'list,curated list,awesome list,清单,列表'],
  [
    'kind',
    'kind tool',
    'kind:tool',
    'tool,tooling,software,library,framework,alternative,competitor,replacement,similar,similar to,instead of,工具,软件,框架,替代品,替代方案,替代,竞品,类似,平替',
  ],
  [
    'kind',
    DEFINITION,
    'kind:topic kind:term',
    'what is,what are,what does,meaning of,definition of,definition,define,什么是,是什么,定义,术语',
  ],
  ['kind', 'kind course, book or video', 'kind:course kind:book kind:video', 'learn,study,自学,学会'],
  [
    'kind',
    'kind event or series',
    'kind:event kind:series',
    'event,community call,community meeting,whats on,what on,活动,会议',
  ],
  ['kind', 'type conference or summit', 'type:conference type:summit', 'conference,summit,大会,峰会'],
  ['kind', 'type meetup', 'type:meetup', 'meetup,meet-up,聚会'],
  ['kind', 'type webinar', 'type:webinar', 'webinar,网络研讨会,线上研讨会'],
  ['kind', 'type workshop', 'type:workshop', 'workshop,工作坊'],
  ['kind', 'type seminar', 'type:seminar', 'seminar'],
  ['kind', 'type seminar, webinar or workshop', 'type:seminar type:webinar type:workshop', '研讨会'],
  ['cost', FREE, 'cost:free', 'free,for free,free of charge,at no cost,gratis,no cost,免费,不要钱,不花钱,白嫖'],
  ['cost', 'cost paid', 'cost:paid', 'paid,付费,收费'],
  [
    'level',
    'level beginner',
    'level:beginner',
    'beginner,beginner-friendly,beginner friendly,introductory,intro,introduction,basic,newbie,novice,getting started,for dummies,from scratch,101,入门,初学者,新手,零基础,小白,从零开始,初级',
  ],
  ['level', 'level intermediate', 'level:intermediate', 'intermediate,中级'],
  ['level', 'level advanced', 'level:advanced', 'advanced,高级,进阶'],
  ['mode', ONLINE, 'mode:online mode:hybrid', 'online,virtual,remote,remotely,from home,线上,在线,远程,网上'],
  ['mode', 'mode in-person', 'mode:in-person mode:hybrid', 'in-person,in person,on-site,onsite,线下,现场'],
  ['mode', 'mode hybrid', 'mode:hybrid', 'hybrid'],
  [
    'call',
    'call for papers open',
    '',
    'cfp,cfp open,open cfp,call for papers,call for proposals,call for speakers,call for talks,submit a talk,submit talk,submit a paper,submit paper,submit my talk,submit my paper,' +
      'give a talk,propose a talk,hand in a talk,hand in talk,hand in a paper,hand in paper,submit proposal,submit a proposal,apply to speak,speak at,open call,where to speak,speaker slot,paper deadline,submission deadline,deadline,' +
      '征稿,征文,投稿,截稿,投论文,投稿截止,截止日期',
  ],
  ['ahead', 'still to come', '', 'upcoming,coming up,coming soon,next,即将举行,即将,近期'],
  [
    'licence',
    'licence open',
    'licence:open',
    'open source,open-source,opensource,oss,foss,self hosted,self-hosted,selfhosted,on prem,on-prem,on premise,on premises,开源,自托管',
  ],
  ['place', 'place China', 'place:china', '国内'],
  ['language', 'language English', 'lang:en', 'english,in english,英文,英语'],
  ['language', 'language Chinese', 'lang:zh', 'chinese,in chinese,mandarin,中文,汉语'],
  ['language', 'language German', 'lang:de', 'german,in german,deutsch,auf deutsch,德语'],
  ['language', 'language French', 'lang:fr', 'french,in french,francais,法语'],
  ['language', 'language Korean', 'lang:ko', 'korean,in korean,한국어,韩语'],
  ['language', 'language Japanese', 'lang:ja', 'japanese,in japanese,日本语,日语,日文'],
  ['language', 'language Spanish', 'lang:es', 'spanish,in spanish,espanol,西班牙语'],
];

/** Words that say what is wanted only where a question begins with them: `learn spark`, but scikit-learn. */
export const BEGINNING: ReadonlySet<string> = new Set(['learn', 'study']);

/**
 * Beside events these say where one is. Of models they say that one is in use, or not yet: 线上效果; of tools, who made them:
 * 国内大模型.
 */
const AMBIGUOUS: ReadonlySet<string> = new Set(['线上', '线下', '国内']);

export const isAmbiguous = (word: string): boolean => AMBIGUOUS.has(word);

/** Does the word name a kind of event? */
export function isGathering(word: string): boolean {
  const wish = wishOf(word);
  return wish !== undefined && wish.facets.some(isOfGathering);
}

/** Is it that of events, or of a kind of them? */
export const isOfGathering = (facet: string): boolean => facet.startsWith('type:') || facet === 'kind:event';

/**
 * What wishes mean besides: who asks for a call for papers asks for events, and not for talks that were recorded; and free
 * software has a licence, not a price.
 */
export function withMeant(wishes: readonly Wish[]): readonly Wish[] {
  const asksFor = (wanted: WishField): boolean => wishes.some(({ field }) => field === wanted);
  if (asksFor('call')) {
    const meant = wishes.filter(({ label }) => label !== TALK);
    const events = meant.some(({ field }) => field === 'kind') ? undefined : wishOf('event');
    return events ? [...meant, events] : meant;
  }
  const isForTools = !asksFor('kind') || wishes.some(({ facets }) => facets.includes('kind:tool'));
  const hasMode = !asksFor('kind') || wishes.some(({ facets }) => facets.some(isOfGathering));
  return wishes
    .filter(({ label }) => hasMode || label !== ONLINE)
    .map((wish) => (isForTools && wish.label === FREE ? { ...wish, facets: [...wish.facets, ...OPEN_TOOL] } : wish));
}

/** What words say, given as `wordsOf` folds them with blanks between, in either number. */
export function wishOf(words: string): Wish | undefined {
  const row = rowWith(words) ?? rowWith(singular(words));
  if (!row) return undefined;
  const [field, label, facets] = row;
  return { field, label, facets: facets.split(' ').filter(Boolean) };
}

/** All words, a line for each row: a question asks for a few, and to take all apart would cost more than finding them. */
let lines: string | undefined;

function rowWith(word: string): Row | undefined {
  lines ??= ROWS.map(([, , , list]) => `,${list},`).join('\n');
  const at = lines.indexOf(`,${word},`);
  return at < 0 ? undefined : ROWS[lines.slice(0, at).split('\n').length - 1];
}
