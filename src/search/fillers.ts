const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that join others: in nearly every entry, and a name is the same name without them. */
const JOINING = set('a an and are as at by for from in is it of on or the to with');

/** What people say around a question. They decide nothing, and are looked for only where nothing else was asked. */
const CHATTY = set(
  'about all any anything be become best between can compared comparison could difference differences do ' +
    'does explain explained find get give good great guide help how i if im into learning let like list ' +
    'looking make material materials me more most my need our people please popular recommend recommended ' +
    'recommendations resources search should show some something start starting stuff tell than that their ' +
    'them there these they thing things this top us use used using versus vs want way ways we what when where ' +
    'which while who why will work works would you your',
);

/** The same in Chinese, where they stand inside a run of characters. */
const CHINESE = set(
  '有没有 有哪些 有什么 用什么 什么 最 最热门 最热门的 最流行的 最新 最新的 哪个 哪个好 好用 好用的 常用 ' +
    '常用的 热门 热门的 适合 资料 资源 推荐的 相关的 关于 有关 相关 推荐 哪些 哪里 如何 怎么 怎样 怎么样 ' +
    '怎么选 区别 对比 比较 还是 一个 一些 最好 最好的 最佳 介绍 学习 学 请问 我想 我要 的 了 吗 和 与 及 或 在 ' +
    '有',
);

/** Between two things of which each is asked for: `mlflow vs kubeflow`. */
const EITHER = set('or vs versus between difference differences 还是 对比 区别 比较');

/** What the whole catalogue is about, as `nameKey` writes it. */
const SUBJECT = set('mlop ml ai machinelearning artificialintelligence 机器学习 人工智能');

/** Beside other words these tell entries apart, but an entry need not have them. */
export const isSubject = (key: string): boolean => SUBJECT.has(key);

export const isEither = (word: string): boolean => EITHER.has(word);

export const isJoining = (word: string): boolean => JOINING.has(word);

export function isFiller(word: string): boolean {
  return JOINING.has(word) || CHATTY.has(word) || CHINESE.has(word);
}
