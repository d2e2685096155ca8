import type { OpeningHours } from '@county/shared/service-map/opening-hours';
import type { ServiceSeed, WindowSeed } from './point-seed.ts';

/** A window with its items, each by the plain title of its guide. */
export function windowOf(name: string, titles: string, hours: OpeningHours | null = null): WindowSeed {
  const services: ServiceSeed[] = titles.split(' ').map((title) => ({ guideTitle: title, words: title }));
  return { name, services, hours };
}

const AT_EVERY_STATION =
  '开村里的证明 参加居民医保 参加居民养老保险 缴居民社保费 领居民养老金 养老金资格认证 领高龄津贴 办老年优待证 ' +
  '办残疾人证 申请低保 申请特困供养 申请调解纠纷 预约上门帮办 查政策 取办好的证';

/**
 * What a village's or community's window does: it consults, takes applications, looks things up and hands out results,
 * and approves nothing (rules G2).
 */
export const STATION_WINDOWS = {
  village: [
    windowOf('综合窗口', AT_EVERY_STATION),
    windowOf('村务代办', '申请宅基地 农村建房许可 办社保卡 申请临时救助 领耕地地力补贴 办退役军人优待证'),
  ],
  community: [
    windowOf('综合窗口', AT_EVERY_STATION),
    windowOf('就业和住房窗口', '就业失业登记 申请公租房 办居住证 办退役军人优待证'),
  ],
} as const;

const INSURANCE =
  '参加居民医保 参加居民养老保险 缴居民社保费 领居民养老金 养老金资格认证 办社保卡 报销医药费 异地就医备案 领丧葬补助金';
const RELIEF =
  '申请低保 申请临时救助 申请特困供养 领高龄津贴 办老年优待证 办残疾人证 领残疾人两项补贴 办退役军人优待证';
const VARIOUS =
  '生育登记 办个体户执照 小餐饮备案 申请法律援助 申请调解纠纷 信访反映问题 预约上门帮办 查政策 取办好的证';

/** What a township's centre does. */
export const CENTRE_WINDOWS = {
  township: [
    windowOf('1 号 社保医保窗口', INSURANCE),
    windowOf('2 号 民政救助窗口', RELIEF),
    windowOf(
      '3 号 农业农村窗口',
      '申请宅基地 农村建房许可 农村房屋确权登记 领耕地地力补贴 领农机补贴 砍树办证 用电报装 用水报装',
    ),
    windowOf('4 号 综合窗口', `${VARIOUS} 就业失业登记 申请创业担保贷款 办居住证`),
  ],
  subdistrict: [
    windowOf('1 号 社保医保窗口', INSURANCE),
    windowOf('2 号 民政救助窗口', RELIEF),
    windowOf('3 号 住房就业窗口', '申请公租房 就业失业登记 申请创业担保贷款 办居住证'),
    windowOf('4 号 综合窗口', VARIOUS),
  ],
} as const;

/** What only one township does, beside what all do. */
export const LOCAL_WINDOWS: Readonly<Record<string, WindowSeed[]>> = {
  青石镇: [windowOf('5 号 镇事务窗口', '坝坝宴备案 公益性公墓安葬')],
};
