/** A question of the demo county, about a task of this year's plan by its number. */
export interface QuestionSeed {
  taskNumber: number;
  words: string;
  askerName: string | null;
  /** How many days before today it was asked. */
  askedDaysAgo: number;
  /** Why the supervisor passed it on to the answering unit. */
  referral: string;
  /** Null where it still waits. */
  answered: { daysAgo: number; publicWording: string; answer: string } | null;
}

/** All of them passed on by the supervising office to the bureau of administrative approval. */
export const questionSeeds: QuestionSeed[] = [
  {
    taskNumber: 13,
    words: '我是青石镇的，我爸七十多了不会用手机，政务地图有没有纸质的，到哪里去领？',
    askerName: '老李',
    askedDaysAgo: 33,
    referral: '请行政审批局答复纸质地图的领取办法。',
    answered: {
      daysAgo: 27,
      publicWording: '老人不会用手机，政务地图有没有纸质的，到哪里去领？',
      answer:
        '有纸质的。各乡镇（街道）便民服务中心和村（社区）便民服务站的取阅架上都可以免费领取，一户一份；行动不便的，可以请村（社区）代办员送上门。',
    },
  },
  {
    taskNumber: 15,
    words: '办高龄津贴认证一定要老人自己去大厅吗？我妈腿脚不方便。',
    askerName: null,
    askedDaysAgo: 19,
    referral: '请行政审批局会同民政部门了解后答复。',
    answered: {
      daysAgo: 12,
      publicWording: '高龄津贴资格认证，腿脚不便的老人一定要自己去大厅吗？',
      answer:
        '不用。可以由家人在手机上协助老人认证；不会用手机的，给村（社区）便民服务站打电话预约，工作人员上门办理，不收费。',
    },
  },
  {
    taskNumber: 12,
    words: '我们村的便民服务站周末开不开门？平时上班没有时间去办事。',
    askerName: '小赵',
    askedDaysAgo: 5,
    referral: '请行政审批局答复村（社区）窗口的开放时间。',
    answered: null,
  },
];
