import type { OpeningHours } from '@county/shared/service-map/opening-hours';
import { NOTHING_KNOWN } from '@county/shared/service-map/accessibility';
import { diceOf } from '../tasks/dice.ts';
import { KEPT } from './kept-hours.ts';
import { CENTRE_WINDOWS, LOCAL_WINDOWS, windowOf } from './offered.ts';
import { access, near, phoneOf, point } from './point-facts.ts';
import type { PointSeed } from './point-seed.ts';

interface CentreSeed {
  township: string;
  address: string;
  landmark: string;
  hours: OpeningHours;
  queueHint: string;
  /** What stands in or beside the centre besides: a disclosure zone, a window for the old, a machine. */
  has: readonly ('zone' | 'age-friendly' | 'machine')[];
}

const CENTRES: readonly CentreSeed[] = [
  {
    township: '城关街道',
    address: '城关街道钟楼巷 20 号',
    landmark: '钟楼西侧，老百货大楼后面',
    hours: KEPT.saturdayMorning,
    queueHint: '月初办社保的人多',
    has: ['zone', 'age-friendly', 'machine'],
  },
  {
    township: '河东街道',
    address: '河东街道滨江东路 60 号',
    landmark: '河东大桥东头，滨江公园入口',
    hours: KEPT.saturdayMorning,
    queueHint: '',
    has: ['zone', 'machine'],
  },
  {
    township: '新城街道',
    address: '新城街道安居路 15 号',
    landmark: '安居苑对面，公交 5 路终点站',
    hours: KEPT.saturdayMorning,
    queueHint: '下午四点以后不用等',
    has: ['zone', 'age-friendly', 'machine'],
  },
  {
    township: '青石镇',
    address: '青石镇青石街 80 号',
    landmark: '镇政府大门右侧一楼',
    hours: KEPT.holidayDuty,
    queueHint: '逢三、六、九赶集日上午人多，下午不用等',
    has: ['zone', 'age-friendly', 'machine'],
  },
  {
    township: '白杨镇',
    address: '白杨镇白杨街 2 号',
    landmark: '镇政府院内，进门左转',
    hours: KEPT.office,
    queueHint: '逢一、四、七赶集日上午人多',
    has: ['zone', 'age-friendly'],
  },
  {
    township: '双河镇',
    address: '双河镇双河街 55 号',
    landmark: '两河口大桥北头',
    hours: KEPT.holidayDuty,
    queueHint: '逢二、五、八赶集日上午人多',
    has: ['zone', 'machine'],
  },
  {
    township: '龙泉镇',
    address: '龙泉镇龙泉街 9 号',
    landmark: '龙泉广场东侧',
    hours: KEPT.saturdayMorning,
    queueHint: '',
    has: ['zone', 'age-friendly'],
  },
  {
    township: '永安镇',
    address: '永安镇永安街 77 号',
    landmark: '永安镇老戏台旁',
    hours: KEPT.office,
    queueHint: '赶集日（逢三、六、九）排队约半小时',
    has: ['zone'],
  },
  {
    township: '云台镇',
    address: '云台镇云台街 30 号',
    landmark: '镇政府对面，门口有石狮子',
    hours: KEPT.mountainVillage,
    queueHint: '',
    has: ['zone'],
  },
  {
    township: '桃源乡',
    address: '桃源乡桃源路 1 号',
    landmark: '乡政府一楼，乡卫生院隔壁',
    hours: KEPT.office,
    queueHint: '逢五、十赶场，上午人多',
    has: ['zone'],
  },
  {
    township: '清水乡',
    address: '清水乡清水街 18 号',
    landmark: '乡政府院内，邮政所旁',
    hours: KEPT.mountainVillage,
    queueHint: '',
    has: ['zone'],
  },
  {
    township: '大坪乡',
    address: '大坪乡大坪路 6 号',
    landmark: '大坪广场旗杆对面',
    hours: KEPT.holidayDuty,
    queueHint: '逢一、六赶场，上午人多',
    has: ['zone'],
  },
];

/** Each township's 便民服务中心 and what stands in it. */
export function townshipPoints(nameOf: (unitName: string) => string): PointSeed[] {
  return CENTRES.flatMap((seed, at) => {
    const centre = centreOf(seed, at, nameOf(seed.township));
    return [centre, ...seed.has.map((part, place) => PARTS[part](centre, phoneOf(20000 + (at + 1) * 100 + place + 1)))];
  });
}

function centreOf({ township, address, landmark, hours, queueHint }: CentreSeed, at: number, name: string): PointSeed {
  const dice = diceOf(township);
  const kind = township.endsWith('街道') ? 'subdistrict' : 'township';
  return point({
    kind: 'service-centre',
    unitName: township,
    name: `${township}便民服务中心`,
    address,
    landmark,
    position: near(township, dice.between(-120, 120), dice.between(-120, 120)),
    phone: phoneOf(20000 + (at + 1) * 100),
    hours,
    windows: [...CENTRE_WINDOWS[kind], ...(LOCAL_WINDOWS[township] ?? [])],
    staff: [{ name, duty: '值班长' }],
    accessibility: access({
      ramp: dice.happens(80) ? 'yes' : 'no',
      doorWidthCm: dice.pick([90, 100, 120, null]),
      lowCounter: dice.pick(['yes', 'no', 'unknown']),
      toilet: dice.pick(['yes', 'yes', 'no']),
      parking: dice.pick(['yes', 'unknown']),
      wheelchair: dice.pick(['yes', 'no']),
      seats: 'yes',
      words: dice.pick(['正门有坡道', '侧门平进，按铃有人来接', '']),
    }),
    queueHint,
    checkedMonthsAgo: dice.between(0, 8),
  });
}

const PARTS: Record<CentreSeed['has'][number], (centre: PointSeed, phone: string) => PointSeed> = {
  zone: (centre, phone) =>
    within(centre, phone, {
      kind: 'disclosure-zone',
      name: `${centre.unitName}政务公开专区`,
      landmark: '便民服务中心大厅进门处，有书架和查询机',
      windows: [windowOf('专区服务台', '查政策 申请政府信息公开 看政府公报')],
    }),
  'age-friendly': (centre, phone) =>
    within(centre, phone, {
      kind: 'age-friendly-window',
      name: `${centre.unitName}老年人综合窗口`,
      landmark: '便民服务中心 1 号窗口旁，有座椅和老花镜',
      windows: [windowOf('老年人综合窗口', '领高龄津贴 办老年优待证 养老金资格认证 报销医药费 预约上门帮办')],
      queueHint: '不取号；腿脚不便的打电话，可以上门',
    }),
  machine: (centre, phone) =>
    within(centre, phone, {
      kind: 'self-service',
      name: `${centre.unitName} 24 小时自助服务机`,
      landmark: '便民服务中心大门外',
      hours: KEPT.roundTheClock,
      windows: [windowOf('自助机', '查社保缴费 打印参保证明 参加居民医保')],
      staff: [],
      accessibility: NOTHING_KNOWN,
    }),
};

function within(
  centre: PointSeed,
  phone: string,
  rest: Pick<PointSeed, 'kind' | 'name' | 'landmark' | 'windows'> & Partial<PointSeed>,
): PointSeed {
  return { ...centre, phone, queueHint: '', insideName: centre.name, ...rest };
}
