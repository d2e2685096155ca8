/** Something the demo's units do at people's homes; `inVillagesOf`: the units whose villages it covers. */
export interface HomeVisitServiceSeed {
  key: string;
  unitName: string;
  name: string;
  forWhom: string;
  needed: string;
  course: string;
  inVillagesOf: readonly string[];
}

/** A person of the demo county, all invented; `phone` is of the range that nobody has. */
export interface ElderCardSeed {
  key: string;
  villageName: string;
  name: string;
  phone: string | null;
  phoneOf: 'self' | 'family';
  landmark: string;
  needs: readonly ('hearing' | 'sight' | 'walking' | 'dialect' | 'bedridden' | 'alone')[];
  turn: { every: number; unit: 'week' | 'month' } | null;
  visitedDaysAgo: number | null;
}

export interface HomeVisitRequestSeed {
  serviceKey: string;
  villageName: string;
  name: string;
  phone: string | null;
  landmark: string;
  wish: string;
  askedAs: 'self' | 'family' | 'village-staff';
  askedDaysAgo: number;
  state: 'asked' | 'accepted' | 'planned' | 'done' | 'declined';
  /** What the unit said of it. */
  words: string;
  cardKey: string | null;
}

export const homeVisitServiceSeeds: readonly HomeVisitServiceSeed[] = [
  {
    key: 'pension-check',
    unitName: '青石镇',
    name: '社保待遇资格认证上门',
    forWhom: '领养老金、不会用手机认证、又不方便出门的老人',
    needed: '身份证或社保卡',
    course: '受理后电话约时间；上门当面核对、用手机拍一张照；当场告诉认证结果',
    inVillagesOf: ['青石镇'],
  },
  {
    key: 'senior-card',
    unitName: '青石镇',
    name: '代办老年优待证',
    forWhom: '60 岁以上的老人',
    needed: '身份证、户口本、一寸照片一张（没有照片可以现场拍）',
    course: '上门收材料，镇便民服务中心代办，办好后送到家里',
    inVillagesOf: ['青石镇'],
  },
  {
    key: 'delivery',
    unitName: '县行政审批局',
    name: '证照送件上门',
    forWhom: '行动不便的老人、残疾人',
    needed: '受理时给的回执',
    course: '证照办好后电话约时间，送到家里，当面签收',
    inVillagesOf: ['青石镇', '白杨镇', '双河镇'],
  },
  {
    key: 'pension-check-baiyang',
    unitName: '白杨镇',
    name: '社保待遇资格认证上门',
    forWhom: '领养老金又不方便出门的老人',
    needed: '身份证或社保卡',
    course: '受理后电话约时间，上门当面核对',
    inVillagesOf: ['白杨镇'],
  },
];

export const elderCardSeeds: readonly ElderCardSeed[] = [
  {
    key: 'shi',
    villageName: '青石镇石桥村',
    name: '石秀英',
    phone: '19900010001',
    phoneOf: 'family',
    landmark: '三组，村口大榕树往里第二家',
    needs: ['walking', 'hearing'],
    turn: { every: 1, unit: 'month' },
    visitedDaysAgo: 33,
  },
  {
    key: 'luo',
    villageName: '青石镇石桥村',
    name: '罗德福',
    phone: null,
    phoneOf: 'self',
    landmark: '五组，水塘边红砖房',
    needs: ['alone', 'dialect'],
    turn: { every: 2, unit: 'week' },
    visitedDaysAgo: 9,
  },
  {
    key: 'tian',
    villageName: '青石镇青龙村',
    name: '田玉兰',
    phone: '19900010002',
    phoneOf: 'self',
    landmark: '一组，小学后面蓝色大门',
    needs: ['sight'],
    turn: { every: 1, unit: 'month' },
    visitedDaysAgo: 5,
  },
  {
    key: 'he',
    villageName: '青石镇水口村',
    name: '何永贵',
    phone: '19900010003',
    phoneOf: 'family',
    landmark: '二组，碾米房对面',
    needs: ['bedridden'],
    turn: { every: 1, unit: 'month' },
    visitedDaysAgo: null,
  },
  {
    key: 'xu',
    villageName: '青石镇回龙村',
    name: '许桂芳',
    phone: '19900010004',
    phoneOf: 'family',
    landmark: '四组，桥头小卖部楼上',
    needs: ['walking'],
    turn: null,
    visitedDaysAgo: null,
  },
  {
    key: 'tang',
    villageName: '青石镇三岔村',
    name: '唐有才',
    phone: null,
    phoneOf: 'self',
    landmark: '六组，岔路口往左，门前有两棵柚子树',
    needs: ['hearing', 'alone'],
    turn: { every: 3, unit: 'month' },
    visitedDaysAgo: 40,
  },
];

export const homeVisitRequestSeeds: readonly HomeVisitRequestSeed[] = [
  {
    serviceKey: 'pension-check',
    villageName: '青石镇大堰村',
    name: '蒋守田',
    phone: '19900010005',
    landmark: '二组，大堰坝下头第三家',
    wish: '手机上认证不了，怕停发养老金',
    askedAs: 'family',
    askedDaysAgo: 1,
    state: 'asked',
    words: '',
    cardKey: null,
  },
  {
    serviceKey: 'senior-card',
    villageName: '青石镇石泉村',
    name: '孙淑珍',
    phone: null,
    landmark: '一组，老井旁边',
    wish: '想办老年优待证',
    askedAs: 'village-staff',
    askedDaysAgo: 2,
    state: 'asked',
    words: '',
    cardKey: null,
  },
  {
    serviceKey: 'pension-check',
    villageName: '青石镇回龙村',
    name: '许桂芳',
    phone: '19900010004',
    landmark: '四组，桥头小卖部楼上',
    wish: '腿摔伤了出不了门',
    askedAs: 'family',
    askedDaysAgo: 4,
    state: 'accepted',
    words: '已受理，这几天电话约时间。',
    cardKey: 'xu',
  },
  {
    serviceKey: 'senior-card',
    villageName: '青石镇柏树村',
    name: '黄开明',
    phone: '19900010006',
    landmark: '三组，柏树林边上白房子',
    wish: '',
    askedAs: 'self',
    askedDaysAgo: 3,
    state: 'planned',
    words: '已受理。',
    cardKey: null,
  },
  {
    serviceKey: 'pension-check',
    villageName: '青石镇石桥村',
    name: '石秀英',
    phone: '19900010001',
    landmark: '三组，村口大榕树往里第二家',
    wish: '',
    askedAs: 'village-staff',
    askedDaysAgo: 35,
    state: 'done',
    words: '已受理。',
    cardKey: 'shi',
  },
  {
    serviceKey: 'senior-card',
    villageName: '青石镇碾盘村',
    name: '冯长寿',
    phone: '19900010007',
    landmark: '二组，碾盘石旁',
    wish: '补办',
    askedAs: 'self',
    askedDaysAgo: 20,
    state: 'declined',
    words: '年龄还差两个月。可以这样办：满 60 岁后再申请，或由家人到镇便民服务中心代办',
    cardKey: null,
  },
];
