import { addDays, type Day, weekday } from '@county/shared/calendar/day';
import { withExceptions, KEPT } from './kept-hours.ts';
import { windowOf } from './offered.ts';
import { access, near, phoneOf, point } from './point-facts.ts';
import type { PointSeed } from './point-seed.ts';

export const HALL = '示例县政务服务大厅';
const HALL_ADDRESS = '新城街道迎宾大道 168 号';

const hallAccess = access({
  ramp: 'yes',
  doorWidthCm: 160,
  lowCounter: 'yes',
  toilet: 'yes',
  hearingLoop: 'yes',
  parking: 'yes',
  wheelchair: 'yes',
  seats: 'yes',
  words: '正门右侧有坡道，自动门；需要人接请打大厅电话，导办员到门口',
});

/** The county's own hall with its many windows. */
const hall = point({
  kind: 'service-hall',
  unitName: '县行政审批局',
  name: HALL,
  address: HALL_ADDRESS,
  landmark: '迎宾广场北侧，公交 3 路、7 路政务中心站下车',
  position: near('新城街道', 180, 240),
  phone: phoneOf(10000),
  hours: KEPT.hall,
  windows: [
    windowOf('导办台', '查政策 取办好的证 预约上门帮办'),
    windowOf(
      'A1-A4 公安窗口',
      '办身份证 给孩子上户口 迁户口 给去世的家人注销户口 办居住证 开无犯罪记录证明',
      KEPT.hallEarly,
    ),
    windowOf('A5-A6 婚姻登记窗口', '结婚登记 离婚登记 查婚姻档案'),
    windowOf('A7 车驾管窗口', '驾驶证到期换证 车辆年检咨询'),
    windowOf(
      'B1-B4 社保窗口',
      '办社保卡 参加居民养老保险 领居民养老金 办职工退休 养老金资格认证 领丧葬补助金 就业失业登记 领失业金 申请创业担保贷款',
      KEPT.hallEarly,
    ),
    windowOf('B5-B8 医保窗口', '参加居民医保 异地就医备案 报销医药费 办慢病门诊待遇 领生育津贴', KEPT.hallEarly),
    windowOf('C1-C5 不动产窗口', '办房产证 农村房屋确权登记 查房产信息', KEPT.hallEarly),
    windowOf('C6-C7 公积金和公租房窗口', '提取公积金 申请公租房'),
    windowOf('D1-D4 企业开办窗口', '开公司 办个体户执照 注销营业执照 办食品经营许可证 小餐饮备案'),
    windowOf('D5-D6 税务窗口', '代开发票 缴居民社保费 交契税', KEPT.hallEarly),
    windowOf('D7 水电气联办窗口', '用电报装 用水报装'),
    windowOf('E1-E2 民政残联窗口', '申请低保 申请临时救助 领高龄津贴 办残疾人证 领残疾人两项补贴 申请殡葬费减免'),
    windowOf('E3 农业林业水利窗口', '砍树办证 领农机补贴 打井取水办证'),
    windowOf('E4 教育卫健窗口', '小学新生入学 学生转学 申请助学金 申请教师资格 生育登记 办公共场所卫生许可证'),
    windowOf('E5 司法信访窗口', '申请法律援助 公证咨询 信访反映问题'),
    windowOf('E6 交通窗口', '办道路运输证'),
    windowOf('“办不成事”反映窗口', '反映办不成的事'),
  ],
  staff: [
    { name: '孟文静', duty: '综合协调' },
    { name: '余安然', duty: '导办台' },
    { name: '童家乐', duty: '帮办代办' },
  ],
  accessibility: hallAccess,
  languages: ['普通话', '本地话', '手语（周三上午）'],
  queueHint: '周一上午人最多；周二到周四下午一般不用等',
  checkedMonthsAgo: 1,
});

const inHall = (name: string, kind: PointSeed['kind'], unitName: string, rest: Partial<PointSeed>): PointSeed =>
  point({
    kind,
    name,
    unitName,
    address: `${HALL_ADDRESS}，大厅内`,
    phone: phoneOf(10000),
    position: hall.position,
    hours: KEPT.hall,
    accessibility: hallAccess,
    insideName: HALL,
    checkedMonthsAgo: 1,
    ...rest,
  });

const partsOfHall: PointSeed[] = [
  inHall('县政务公开专区', 'disclosure-zone', '县政府信息公开办', {
    landmark: '进门左手边，蓝色标牌下',
    phone: phoneOf(10011),
    windows: [windowOf('专区服务台', '查政策 申请政府信息公开 看政府公报')],
    staff: [{ name: '卫书青', duty: '查询、咨询和办事指引' }],
  }),
  inHall('县政务大厅老年人综合窗口', 'age-friendly-window', '县行政审批局', {
    landmark: '导办台旁，有沙发和老花镜',
    phone: phoneOf(10012),
    windows: [windowOf('老年人综合窗口', '领高龄津贴 办老年优待证 养老金资格认证 办社保卡 报销医药费 预约上门帮办')],
    staff: [{ name: '沈玉梅', duty: '一对一帮办，可上门' }],
    queueHint: '六十岁以上不取号，直接坐下办',
  }),
  inHall('县政务大厅数据查询点', 'data-query-point', '县行政审批局', {
    landmark: '二楼电梯口右侧',
    phone: phoneOf(10013),
    windows: [windowOf('查询终端', '查房产信息 查社保缴费 查婚姻档案 查政策')],
  }),
  inHall('县政务大厅 24 小时自助服务区', 'self-service', '县行政审批局', {
    address: `${HALL_ADDRESS}，东侧门外`,
    landmark: '东侧门外玻璃房，夜里亮灯',
    hours: KEPT.roundTheClock,
    windows: [
      windowOf('公安自助机', '办身份证 取办好的证'),
      windowOf('社保医保自助机', '查社保缴费 打印参保证明 参加居民医保'),
      windowOf('税务自助机', '代开发票 缴居民社保费'),
    ],
    accessibility: access({ ramp: 'yes', doorWidthCm: 95, lowCounter: 'no', seats: 'no', parking: 'yes' }),
    queueHint: '取件柜 24 小时可取，凭短信里的取件码',
    checkedMonthsAgo: 2,
  }),
];

const elsewhere: PointSeed[] = [
  point({
    kind: 'gazette-point',
    unitName: '县档案馆',
    name: '县档案馆政府公报查阅点',
    address: '城关街道文庙路 30 号，档案馆一楼',
    landmark: '文庙西侧灰砖楼',
    position: near('城关街道', -420, 260),
    phone: phoneOf(10021),
    hours: KEPT.archive,
    windows: [windowOf('查阅室', '看政府公报 查婚姻档案 查档案')],
    staff: [{ name: '章怀谷', duty: '查阅接待' }],
    accessibility: access({
      ramp: 'no',
      doorWidthCm: 86,
      toilet: 'no',
      seats: 'yes',
      words: '门口有三级台阶，按铃有人来抬',
    }),
    queueHint: '查个人档案请先打电话，当天可取',
    checkedMonthsAgo: 4,
  }),
  point({
    kind: 'gazette-point',
    unitName: '县图书馆',
    name: '县图书馆政府公报查阅点',
    address: '河东街道学府路 2 号，图书馆二楼报刊室',
    landmark: '县中学正门对面圆顶楼',
    position: near('河东街道', 380, 310),
    phone: phoneOf(10022),
    hours: KEPT.library,
    windows: [windowOf('报刊室', '看政府公报 查政策')],
    staff: [{ name: '钟晚晴', duty: '报刊管理' }],
    accessibility: access({
      ramp: 'yes',
      doorWidthCm: 120,
      toilet: 'yes',
      seats: 'yes',
      wheelchair: 'no',
      words: '坐电梯到二楼',
    }),
    queueHint: '周末下午学生多',
    checkedMonthsAgo: 3,
  }),
  point({
    kind: 'data-query-point',
    unitName: '县统计局',
    name: '县统计局数据查询点',
    address: '新城街道兴业路 16 号，统计局一楼',
    landmark: '兴业路口，邮政大楼斜对面',
    position: near('新城街道', -350, -120),
    phone: phoneOf(10023),
    hours: KEPT.office,
    windows: [windowOf('资料室', '查统计数据')],
    accessibility: access({ ramp: 'unknown', doorWidthCm: 90 }),
    checkedMonthsAgo: 9,
  }),
  point({
    kind: 'self-service',
    unitName: '县公安局',
    name: '城关派出所 24 小时自助服务点',
    address: '城关街道南门口 21 号，派出所值班室外',
    landmark: '南门城墙往东 80 米',
    position: near('城关街道', 130, -520),
    phone: phoneOf(10031),
    hours: KEPT.roundTheClock,
    windows: [windowOf('公安自助机', '办身份证 办居住证')],
    accessibility: access({ ramp: 'yes', doorWidthCm: 92, lowCounter: 'yes' }),
    checkedMonthsAgo: 5,
  }),
  point({
    kind: 'self-service',
    unitName: '县医疗保障局',
    name: '县人民医院医保自助服务点',
    address: '河东街道广济街 1 号，门诊楼一楼大厅',
    landmark: '挂号处右边',
    position: near('河东街道', -260, -300),
    phone: phoneOf(10032),
    hours: KEPT.shopHours,
    windows: [windowOf('医保自助机', '异地就医备案 报销医药费 参加居民医保')],
    accessibility: access({
      ramp: 'yes',
      doorWidthCm: 180,
      toilet: 'yes',
      wheelchair: 'yes',
      seats: 'yes',
      parking: 'yes',
    }),
    queueHint: '早上八点到十点看病的人多',
    checkedMonthsAgo: 2,
  }),
  point({
    kind: 'service-station',
    unitName: '县公安局',
    name: '县汽车客运站夜间便民服务点',
    address: '新城街道长宁街 1 号，客运站候车厅内',
    landmark: '检票口旁的警务室',
    position: near('新城街道', 420, -380),
    phone: phoneOf(10033),
    hours: KEPT.coachStation,
    windows: [windowOf('夜间窗口', '办临时身份证明 查政策')],
    accessibility: access({ ramp: 'yes', seats: 'yes', toilet: 'yes' }),
    queueHint: '末班车到站后还办一小时',
    checkedMonthsAgo: 6,
  }),
];

/** Closed for repair all of the week after the given day. */
function taxHall(today: Day): PointSeed {
  const monday = addDays(today, (8 - weekday(today)) % 7 || 7);
  return point({
    kind: 'service-hall',
    unitName: '县税务局',
    name: '县税务局办税服务厅',
    address: '城关街道县前街 60 号',
    landmark: '县前街小学斜对面',
    position: near('城关街道', 310, 120),
    phone: phoneOf(10041),
    hours: withExceptions(KEPT.office, {
      from: monday,
      to: addDays(monday, 4),
      spans: [],
      reason: '线路检修，请到县政务服务大厅税务窗口办理',
    }),
    windows: [windowOf('综合窗口', '代开发票 缴居民社保费 交契税 交车辆购置税'), windowOf('咨询窗口', '查政策')],
    staff: [{ name: '葛长风', duty: '值班长' }],
    accessibility: access({ ramp: 'yes', doorWidthCm: 110, lowCounter: 'no', seats: 'yes' }),
    queueHint: '每月 15 日前后申报的人多',
    checkedMonthsAgo: 3,
  });
}

/** What the county's departments keep. */
export function countyPoints(today: Day): PointSeed[] {
  return [hall, ...partsOfHall, ...elsewhere, taxHall(today)];
}
