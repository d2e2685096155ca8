import { eventsOf, type EventSeed } from './event-seed.ts';

const [FULL, ...USUAL] = eventsOf([
  '县水利局|open-day|environment|9|12|17|县城第二自来水厂|冬季供水开放日：水管冻了怎么办|看水厂怎么防冻，学会包水表和水管，抢修电话和值班表带回家。',
  '青石镇|open-day|government-services|12|30|11|青石镇便民服务中心|政务开放日：年底补贴怎么查怎么领|各种补贴一项一项查给您看，卡上的钱是哪一笔都说得清。',
  '县教育局|open-day|education|14|40|22|县教育局一楼会议室|寒假托管和课后服务开放日|哪些学校有托管、收不收费、几点接，老师和家长面对面。',
  '河东街道|deliberation|construction|15|25|9|望桥社区议事厅|望桥老街路面改造议事会|先修哪一段、施工时商户怎么出入，请沿街住户和商户来定。',
  '县卫生健康局|open-day|health|18|30|12|县疾病预防控制中心|冬春季传染病防控开放日|流感疫苗、呼吸道疾病怎么防，实验室开放参观。',
  '白杨镇|open-day|agriculture|20|35|8|白杨镇农业服务中心|冬季农技开放日|果树修剪、大棚保温现场做给大家看，带问题来。',
  '县人力资源和社会保障局|open-day|social-security|22|30|6|县政务服务大厅二楼|返乡人员就业服务开放日|岗位、培训、创业贷款一次问清，欠薪维权窗口也开着。',
  '城关街道|deliberation|care|25|25|5|东关社区活动室|春节独居老人送餐议事会|谁家需要、谁来送、几点送，邻居和志愿者一起排班。',
  '县应急管理局|open-day|safety|27|40|3|县综合应急救援中心|冬季防火开放日|取暖用火怎么才安全，动手用一次灭火器。',
  '县财政局|open-day|finance|34|30|0|县财政局会议室|明年的钱怎么花：预算编制开放日|预算草案用大白话讲一遍，想问哪一项就问哪一项。',
]);

const [DRAWN] = eventsOf([
  '县政府办公室|meeting|governance|24|6|14|县政府第一会议室|邀请群众列席县政府常务会议：明年民生实事|会议审议明年的民生实事候选项目，公开抽签选出列席的居民。',
]);

const [CANCELLED] = eventsOf([
  '云台镇|open-day|culture|6|30|7|云台镇文化站|云台古驿道开放日|走一段修好的古驿道，看看老驿站的修缮。',
]);

const [PROPOSED, DRAFT] = eventsOf([
  '县行政审批局|open-day|government-services|30|30|0|县政务服务大厅|局长进大厅：听老年人说办事难|请老年人从取号开始走一遍，把难处一条一条记下来改。',
  '龙泉镇|deliberation|traffic|33|25|0|龙泉镇政府会议室|镇中心红绿灯设在哪里|学校、市场、住户各有各的看法，坐下来看着路口的车流商量。',
]);

/** Those to come: most open for signing up, one full, one by lot, one cancelled, some still being written. */
export const comingEvents: readonly EventSeed[] = [
  FULL!,
  ...USUAL,
  { ...DRAWN!, isDraw: true },
  { ...CANCELLED!, state: 'cancelled' },
  { ...PROPOSED!, state: 'proposed' },
  { ...DRAFT!, state: 'draft' },
];
