const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that join others: in nearly every entry, and a name is the same name without them. */
const JOINING = set('a an and are as at by for from in is it of on or the to with');

/** What people say around a question. They decide nothing, and are looked for only where nothing else was asked. */
const CHATTY = set(
  'about all also am another cant couldnt didnt doesnt dont havent ill isnt itll ive lets shouldnt thats theres wasnt wont wouldnt youre any anybody anyone anything anywhere around ask asked asking away be because ' +
    "become been before being best between biggest both but came can can't cannot come compare compared comparing comparison could did didn " +
    "difference differences do does doesn doesn't doing don don't done each either else ever every everything " +
    'exactly explain explains explained few find gave get getting give go goes going good got great guide had happen happened happening ' +
    "happens has have having he hear heard hello help her here hey hi his how i i'm i've if im instead into isn " +
    "isn't it's its ive just know known largest lately latest learning let lets like list looking lot lots make makes many " +
    'material materials maybe me might mine more most much must my myself need near nearby neither newest no not nothing now often ' +
    'ok okay onto other others otherwise our ours out over people perhaps place places please pls popular possible possibly ' +
    'question questions quite rather really recommend recommendations recommended resources same says search see ' +
    'seem seems shall she should show since so some somebody someone something somewhere soon start starting ' +
    "still stuff such sure take tell than thank thanks that that's their them then there therefore these they " +
    'thing things think this those though through too top tried trying until up upon us use used using usually ' +
    "versus very via vs wanna want wanted was wasn way ways we went were what what's when where whether which " +
    'while who whom whose why will wish without won work works would wouldn yes yet you your yours',
);

/** The same in Chinese, where they stand inside a run of characters. */
const CHINESE = set(
  '有没有 有哪些 有什么 用什么 什么 最 最热门 最热门的 最流行的 最新 最新的 哪个 哪个好 好用 好用的 常用 ' +
    '常用的 热门 热门的 适合 资料 资源 推荐的 相关的 关于 有关 相关 推荐 哪些 哪里 如何 怎么 怎样 怎么样 ' +
    '怎么选 怎么办 怎么做 怎么弄 怎么搞 怎么处理 怎么解决 怎么实现 怎么写 怎么用 怎么回事 咋办 为什么 为啥 ' +
    '求推荐 求助 区别 对比 比较 还是 一个 一些 最好 最好的 最佳 介绍 学习 学 请问 我想 我要 的 了 吗 和 与 及 或 在 ' +
    '有 看的 读的 听的 给 适合看 值得 值得看 入手 可以 哪些人 有啥 啥',
);

/** Between two things of which each is asked for: `mlflow vs kubeflow`. */
const EITHER = set('or vs versus compare compared comparing between difference differences 还是 对比 区别 比较');

/** What the whole catalogue is about, as `nameKey` writes it. */
const SUBJECT = set('mlop ml ai machinelearning artificialintelligence 机器学习 人工智能');

/** Said of so much that an entry need not say it: `latency too high in production`. */
const VAGUE = set(
  'production total absolute complete whole short past previous recent regular high low big small new bad good better fast quickly easy easily simple team teams ' +
    'customer customers user users person group manager boss problem problems issue issues project projects time ' +
    'first last real run running run build building made making world practice daily today right wrong ' +
    'self hosted selfhosted onprem premise premises ' +
    '生产 生产环境 团队 项目 问题 用户 客户 快速 简单 国产 国内 私有化 技术 学术 行业 相关领域',
);

/** Beside other words these tell entries apart, but an entry need not have them. */
export const isSubject = (key: string): boolean => SUBJECT.has(key);

/** Whom something may be for. */
const AUDIENCE = set(
  'scientist scientists engineer engineers developer developers programmer programmers analyst analysts researcher ' +
    'researchers practitioner practitioners architect architects student students manager managers lead leads leader leaders ' +
    'director directors executive executives sre sres admin admins sysadmin sysadmins folks professionals starters kids ' +
    'statisticians academics',
);

export const isAudience = (word: string): boolean => AUDIENCE.has(word);

export const isVague = (word: string): boolean => VAGUE.has(word);

export const isEither = (word: string): boolean => EITHER.has(word);

export const isJoining = (word: string): boolean => JOINING.has(word);

export function isFiller(word: string): boolean {
  return JOINING.has(word) || CHATTY.has(word) || CHINESE.has(word);
}
