import { isFiller, isVague } from './fillers';
import { findTerm } from './dictionary';
import { wishOf } from './intent-words';
import { isChineseTime } from './relative-dates';
import type { SearchIndex } from './search-index';
import { wordFrom, type Word } from './tokens';

/**
 * What stands in names and summaries in English, and is no name of a topic, term, kind or place: companies, and the
 * common words of titles.
 */
const ENGLISH_OF = {
  谷歌: 'google',
  微软: 'microsoft',
  英伟达: 'nvidia',
  亚马逊: 'amazon',
  英特尔: 'intel',
  苹果: 'apple',
  脸书: 'meta',
  奈飞: 'netflix',
  优步: 'uber',
  爱彼迎: 'airbnb',
  领英: 'linkedin',
  百度: 'baidu',
  字节跳动: 'bytedance',
  面试: 'interview',
  面试题: 'interview',
  实战: 'practical',
  实践: 'practices',
  最佳实践: 'practices',
  设计模式: 'patterns',
  手册: 'handbook',
  指南: 'guide',
  综述: 'survey',
  案例: 'case-studies',
  架构: 'architecture',
  路线图: 'roadmap',
  基准: 'benchmark',
  评测: 'benchmark',
  源码: 'source',
  原理: 'principles',
  调度: 'scheduling',
  调度器: 'scheduler',
  算子: 'operator',
  显卡: 'gpu',
  服务器: 'server',
  软件: 'software',
  数据库: 'database',
  日志: 'logs',
  告警: 'alerting',
  仪表盘: 'dashboard',
  内存: 'memory',
  缓存: 'cache',
  平台: 'platform',
  性能: 'performance',
  算法: 'algorithm',
  芯片: 'chips',
  集群: 'cluster',
  图像: 'image',
  语音: 'speech',
  文档: 'documents',
  数据集: 'dataset',
  模板: 'template',
  经理: 'manager',
  主管: 'manager',
  领导: 'manager',
  负责人: 'manager',
  管理者: 'manager',
  管理层: 'manager',
};
const ENGLISH: ReadonlyMap<string, string> = new Map(Object.entries(ENGLISH_OF));

/** Longer than any name in Chinese; also keeps a pasted page from being looked up piece by piece. */
const MOST_CHARACTERS = 14;

/**
 * Cuts Chinese runs where words are known: names of topics and terms, places, words that name a kind, a cost and the
 * like, and words that mean nothing here. 免费的机器学习播客 is 免费, 的, 机器学习 and 播客. What is left between stays a run.
 * The longest word from the left is taken, which for a list of known words is as good as a dictionary of the language.
 */
export function segmented(index: SearchIndex, words: readonly Word[]): Word[] {
  return words.flatMap((word) =>
    word.isCjk ? segmentsOf(index, word.text).map((text) => wordFrom(translated(index, text))) : word,
  );
}

/** A name in Chinese stays one. */
const translated = ({ names }: SearchIndex, text: string): string =>
  findTerm(names, text) ? text : (ENGLISH.get(text) ?? text);

function segmentsOf(index: SearchIndex, run: string): string[] {
  const characters = Array.from(run);
  const segments: string[] = [];
  let rest = '';
  for (let start = 0; start < characters.length;) {
    const known = longestKnown(index, characters.slice(start, start + MOST_CHARACTERS));
    if (known === undefined) {
      rest += characters[start] ?? '';
      start += 1;
      continue;
    }
    if (rest !== '') segments.push(rest);
    rest = '';
    segments.push(known);
    start += Array.from(known).length;
  }
  return rest === '' ? segments : [...segments, rest];
}

function longestKnown(index: SearchIndex, characters: readonly string[]): string | undefined {
  for (let length = characters.length; length > 0; length -= 1) {
    const text = characters.slice(0, length).join('');
    if (isKnown(index, text)) return text;
  }
  return undefined;
}

function isKnown({ names, facets }: SearchIndex, text: string): boolean {
  return (
    isFiller(text) ||
    isVague(text) ||
    ENGLISH.has(text) ||
    isChineseTime(text) ||
    wishOf(text) !== undefined ||
    findTerm(names, text) !== undefined ||
    findTerm(facets, `place:${text}`) !== undefined
  );
}
