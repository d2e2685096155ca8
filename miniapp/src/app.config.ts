const web = process.env.TARO_ENV === 'h5';

const icon = (name: string) => ({
  iconPath: `assets/tabs/${name}.png`,
  selectedIconPath: `assets/tabs/${name}-selected.png`,
});

// One subpackage per feature: WeChat limits each package to 2 MB. Tab pages must lie in the main package.
export default defineAppConfig({
  pages: ['tabs/home/index', 'tabs/me/index'],
  subPackages: [
    {
      root: 'pages/tasks',
      name: 'tasks',
      pages: [
        'my/index',
        'line/index',
        'report/index',
        'complete/index',
        'return/index',
        'hand-down/index',
        'extend/index',
        'extensions/index',
        'task/index',
        'outbox/index',
        'breakdowns/index',
        'preview/index',
        'ledger/index',
        'heat-table/index',
        'alerts/index',
        'sheet/index',
        'public/index',
      ],
    },
    {
      root: 'pages/people',
      name: 'people',
      pages: ['sign-in/index', 'invitation/index', 'index/index', 'roster/index'],
    },
    { root: 'pages/about', name: 'about', pages: ['index/index', 'privacy/index'] },
    { root: 'pages/complaints', name: 'complaints', pages: ['new/index', 'list/index'] },
    { root: 'pages/org-units', name: 'org-units', pages: ['index/index'] },
  ],
  preloadRule: { 'tabs/home/index': { network: 'all', packages: ['tasks'] } },
  // Movement between pages on the web would shift `position: fixed` and outlast 200 ms.
  animation: false,
  window: {
    navigationBarTitleText: '政务公开',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundTextStyle: 'dark',
    backgroundColor: '#f6f8f7',
  },
  tabBar: {
    // On the web the page draws its own bar, of real links; WeChat draws its native one.
    ...(web ? { custom: true } : {}),
    color: '#5b6b69',
    selectedColor: '#0b6b5b',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      { pagePath: 'tabs/home/index', text: '首页', ...(web ? {} : icon('home')) },
      { pagePath: 'tabs/me/index', text: '我的', ...(web ? {} : icon('me')) },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
} as Parameters<typeof defineAppConfig>[0]);
