/** A way from the home page that is open to anybody; the server draws them too, before a script has arrived. */
export interface HomeWay {
  readonly to: string;
  readonly words: string;
  readonly about: string;
}

export const HOTLINE = '12345';

/** What anybody can do here, in the order in which people come for it. */
export const HOME_WAYS = {
  map: { to: '/tabs/map/index', words: '政务地图', about: '办事的地方在哪里、开不开门、怎么去' },
  village: {
    to: '/pages/service-map/village/index',
    words: '哪里给我办',
    about: '选一次您的村（社区），看村里、乡镇、县里各办什么',
  },
  book: {
    to: '/pages/appointments/services/index',
    words: '预约办事',
    about: '先约好时间再去，不用排队；也能替家人约',
  },
  events: {
    to: '/tabs/events/index',
    words: '活动',
    about: '政务开放日、会议旁听、议事协商、听证会，可以报名参加',
  },
  tasks: { to: '/pages/tasks/public/index', words: '公开的任务进展', about: '县里今年要办的事，由谁负责、办到哪一步' },
  complaint: {
    to: '/pages/complaints/new/index',
    words: '投诉建议',
    about: '对政务公开或本系统的意见，不必登录',
  },
  hotline: { to: `tel:${HOTLINE}`, words: `拨打 ${HOTLINE} 热线`, about: '咨询、求助、投诉，24 小时有人接听' },
} as const satisfies Record<string, HomeWay>;

/** What the home page says of itself to those who are not signed in. */
export const HOME_ABOUT = '县里要办的事、办到哪一步，在这里都能看到';
