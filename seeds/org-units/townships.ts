import { COUNTY } from './departments.ts';
import type { UnitSeed } from './unit-seed.ts';

interface TownshipSeed {
  name: string;
  aliases: string[];
  kind: 'township' | 'subdistrict';
  /** Villages of a township; the last ones, after the bar, are communities. All of them, in a subdistrict. */
  below: string;
}

/** Twelve invented townships and subdistricts with their invented villages and communities. */
const TOWNSHIPS: readonly TownshipSeed[] = [
  {
    name: '城关街道',
    aliases: ['城关街道办事处'],
    kind: 'subdistrict',
    below: '|文庙 钟楼 东关 西关 南门 北苑 县前街 桂花巷 柳荫',
  },
  {
    name: '河东街道',
    aliases: ['河东街道办事处'],
    kind: 'subdistrict',
    below: '|临江 望桥 新渡 滨河 丰和 锦绣 学府 朝晖 广济',
  },
  {
    name: '新城街道',
    aliases: ['新城街道办事处'],
    kind: 'subdistrict',
    below: '|和顺 安居 迎宾 兴业 春晓 长宁 嘉园 玉带 槐安',
  },
  {
    name: '青石镇',
    aliases: ['青石镇人民政府'],
    kind: 'township',
    below: '石桥 石泉 青龙 大堰 黄桷 三岔 柏树 回龙 水口 碾盘|青石街',
  },
  {
    name: '白杨镇',
    aliases: ['白杨镇人民政府'],
    kind: 'township',
    below: '杨柳 白鹤 双井 高坪 月亮湾 牌坊 土门 小河 花园|白杨街',
  },
  {
    name: '双河镇',
    aliases: ['双河镇人民政府'],
    kind: 'township',
    below: '河口 渔溪 长滩 沙坝 鹅项 老鹰岩 梨树 太平 金竹 铁炉|双河街',
  },
  {
    name: '龙泉镇',
    aliases: ['龙泉镇人民政府'],
    kind: 'township',
    below: '龙头 泉水 古井 麻柳 凉风 五里 响水 茶坪 银杏|龙泉街',
  },
  {
    name: '永安镇',
    aliases: ['永安镇人民政府'],
    kind: 'township',
    below: '永乐 永丰 安岳 红岩 石马 双堰 塘湾 枣子 毛坝|永安街',
  },
  {
    name: '云台镇',
    aliases: ['云台镇人民政府'],
    kind: 'township',
    below: '云顶 云峰 松林 天池 观音 干河 望天 燕子 桐子|云台街',
  },
  {
    name: '桃源乡',
    aliases: ['桃源乡人民政府'],
    kind: 'township',
    below: '桃花 桃坪 李家坝 王家沟 竹园 野猫溪 杏树 洞口 清溪 平桥',
  },
  {
    name: '清水乡',
    aliases: ['清水乡人民政府'],
    kind: 'township',
    below: '清河 源头 油坊 磨滩 乌木 箭竹 后山 青杠 五星',
  },
  {
    name: '大坪乡',
    aliases: ['大坪乡人民政府'],
    kind: 'township',
    below: '大湾 上坪 下坪 中坝 马鞍 草坡 盐井 核桃 木耳 老林',
  },
];

const phone = (serial: number): string => `0000-2${String(serial).padStart(6, '0')}`;

export const townships: UnitSeed[] = TOWNSHIPS.map(({ name, aliases, kind }, index) => ({
  kind,
  name,
  aliases,
  traits: ['window-service'],
  officePhone: phone((index + 1) * 100),
  contactName: '党政办值班人员',
  parentName: COUNTY,
}));

export const villages: UnitSeed[] = TOWNSHIPS.flatMap(({ name: parentName, below }, township) => {
  const [rural = '', urban = ''] = below.split('|');
  const named = [
    ...rural
      .split(' ')
      .filter(Boolean)
      .map((name) => ({ kind: 'village' as const, name: `${parentName}${name}村` })),
    ...urban
      .split(' ')
      .filter(Boolean)
      .map((name) => ({ kind: 'community' as const, name: `${parentName}${name}社区` })),
  ];
  return named.map(({ kind, name }, index) => ({
    kind,
    name,
    aliases: [name.slice(parentName.length)],
    traits: [],
    officePhone: phone((township + 1) * 100 + index + 1),
    contactName: kind === 'village' ? '村便民服务站值班人员' : '社区便民服务站值班人员',
    parentName,
  }));
});
