/**
 * Words of Taiwan for things of computing with those of the mainland, both in simplified characters: 软体 is 软件. Of
 * people's own knowledge; where OpenCC's table has the word, too, the tests hold it against that.
 */
const CLEAR =
  '伺服器 服务器 网路 网络 网路上 网上 软体 软件 硬体 硬件 韧体 固件 侦测 检测 排程 调度 程式 代码 程式码 代码 程式设计师 程序员 ' +
  '丛集 集群 记忆体 内存 部落格 博客 演算法 算法 快取 缓存 布署 部署 最佳化 优化 机率 概率 行动装置 移动设备 ' +
  '模组 模块 稽核 审计 搜寻 搜索 分散式 分布式 变数 变量 函式 函数 映像档 镜像 大型语言模型 大语言模型 显示卡 显卡 晶片 芯片 ' +
  '开放原始码 开源 原始码 源代码 维运 运维 伫列 队列 执行绪 线程 套件 软件包 网际网路 互联网 效能 性能 串流 流式 ';

/** The same of words that mean something else on the mainland: 资料 is material there, and data in Taiwan. */
const OF_TAIWAN =
  '资料 数据 品质 质量 专案 项目 影片 视频 使用者 用户 介面 接口 预设 默认 档案 文件 支援 支持 物件 对象 智慧 智能 ' +
  '资讯 信息 资安 安全 影像 图像 回馈 反馈 装置 设备 除错 调试 元件 组件 推论 推理 即时 实时 批次 批量 偏误 偏差 ' +
  '仪表板 仪表盘 警报 告警 运算 计算 平行 并行 连结 链接 登入 登录 帐号 账号 设定 配置 储存 存储 实作 实现 实务 实践 ' +
  '教学 教程 履历 简历 营运 运营';

const pairsIn = (words: string): { readonly taiwan: string; readonly mainland: string }[] => {
  const list = words.trim().split(' ');
  return list.flatMap((taiwan, at) => (at % 2 === 0 ? [{ taiwan, mainland: list[at + 1] ?? '' }] : []));
};

/** Puts one word for the other; made with the first Chinese text, for most questions have none. */
function translation(words: string): (text: string) => string {
  let known: ReadonlyMap<string, string> | undefined;
  let anyOf = /$^/;
  return (text) => {
    if (!known) {
      known = new Map(pairsIn(words).map(({ taiwan, mainland }) => [taiwan, mainland]));
      // The longer word first: 行动装置 before 装置.
      anyOf = new RegExp([...known.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
    }
    const made = known;
    return text.replace(anyOf, (word) => made.get(word) ?? word);
  };
}

const clear = translation(CLEAR);
const all = translation(CLEAR + OF_TAIWAN);

/**
 * @param text in simplified characters
 * @param isOfTaiwan it was written in traditional ones: then words with two meanings have that of Taiwan
 */
export const inMainlandWords = (text: string, isOfTaiwan: boolean): string => (isOfTaiwan ? all(text) : clear(text));

/** For the tests. */
export const wordsOfTaiwan = (): ReturnType<typeof pairsIn> => pairsIn(CLEAR + OF_TAIWAN);
