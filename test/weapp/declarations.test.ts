import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { BUILT } from './host/phone.ts';

interface AppJson {
  pages: string[];
  subPackages: { root: string; name: string; pages: string[] }[];
  preloadRule: Record<string, { network: string; packages: string[] }>;
  requiredPrivateInfos: string[];
  permission: Record<string, { desc: string }>;
  tabBar: { list: { pagePath: string; iconPath: string; selectedIconPath: string }[] };
  lazyCodeLoading: string;
  sitemapLocation: string;
  __usePrivacyCheck__: boolean;
}

const root = path.resolve(import.meta.dirname, '../..');

/** What one page may have fetched beforehand, by WeChat's documents. */
const MOST_PRELOADED_BYTES = 2 * 1024 * 1024;
const MOST_ICON_BYTES = 40 * 1024;

/** Of these WeChat asks that they stand in `requiredPrivateInfos` too. */
const OF_PLACE = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
];

/** Every interface that WeChat switches off until the console's privacy guide declares it. */
const PERSONAL = [
  ...OF_PLACE,
  'getUserProfile',
  'getUserInfo',
  'chooseMedia',
  'chooseImage',
  'chooseVideo',
  'chooseMessageFile',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'addPhoneCalendar',
  'addPhoneRepeatCalendar',
  'addPhoneContact',
  'chooseContact',
  'setClipboardData',
  'getClipboardData',
  'createCameraContext',
  'createLivePusherContext',
  'getRecorderManager',
  'startRecord',
  'joinVoIPChat',
  'openBluetoothAdapter',
  'createBLEPeripheralServer',
  'startBeaconDiscovery',
  'startAccelerometer',
  'startCompass',
  'startDeviceMotionListening',
  'startGyroscope',
  'getWeRunData',
  'chooseInvoice',
  'chooseInvoiceTitle',
  'chooseLicensePlate',
];

describe('what the mini-program declares to WeChat', () => {
  let app: AppJson;
  let used: string[];

  beforeAll(() => {
    app = JSON.parse(readFileSync(path.join(BUILT, 'app.json'), 'utf8')) as AppJson;
    const words = sources(path.join(root, 'miniapp/src'));
    used = PERSONAL.filter((name) => new RegExp(`\\bTaro\\.${name}\\(`).test(words));
  });

  it('asks for just those interfaces of place that it calls, and says why', () => {
    expect(used).toContain('getLocation');
    expect(app.requiredPrivateInfos.toSorted()).toEqual(used.filter((name) => OF_PLACE.includes(name)).toSorted());
    expect(app.permission['scope.userLocation']?.desc.length).toBeLessThanOrEqual(30);
    expect(Object.keys(app.permission)).toEqual(['scope.userLocation']);
    expect(app['__usePrivacyCheck__']).toBe(true);
  });

  it('has in the list for the console whatever it calls that is personal, and nothing else', () => {
    const guide = readFileSync(path.join(root, 'docs/wechat-declarations.md'), 'utf8');
    const listed = [...guide.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name!);
    expect(listed.toSorted()).toEqual(used.toSorted());
  });

  it('uses no button that asks for a phone number or a portrait', () => {
    const words = sources(path.join(root, 'miniapp/src'));
    expect([...words.matchAll(/openType=["'](\w+)/g)].map(([, kind]) => kind)).toEqual(['share']);
    expect(words).not.toMatch(/type=["']nickname/);
  });

  it('loads a page’s code when the page is opened, and fetches beforehand what its page leads to', () => {
    expect(app.lazyCodeLoading).toBe('requiredComponents');
    expect(Object.keys(app.preloadRule).length).toBeGreaterThan(0);
    for (const [page, { network, packages }] of Object.entries(app.preloadRule)) {
      expect([page, app.pages.includes(page), network]).toEqual([page, true, 'all']);
      const roots = packages.map((name) => app.subPackages.find((one) => one.name === name)?.root);
      expect([page, roots.includes(undefined)]).toEqual([page, false]);
      expect(roots.map((one) => bytesOf(one!)).reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_PRELOADED_BYTES);
    }
  });

  it('has every page, every icon of the bar and the map of its site where it says', () => {
    const places = [...app.pages, ...app.subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))];
    expect(new Set(places).size).toBe(places.length);
    for (const place of places)
      for (const ending of ['js', 'json', 'wxml'])
        expect(statSync(path.join(BUILT, `${place}.${ending}`)).isFile()).toBe(true);
    for (const { pagePath, iconPath, selectedIconPath } of app.tabBar.list) {
      expect(app.pages).toContain(pagePath);
      for (const icon of [iconPath, selectedIconPath])
        expect([icon, statSync(path.join(BUILT, icon)).size < MOST_ICON_BYTES]).toEqual([icon, true]);
    }
    expect(JSON.parse(readFileSync(path.join(BUILT, app.sitemapLocation), 'utf8'))).toHaveProperty('rules');
  });
});

/** The words of every source that goes into the mini-program. */
function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /[.]tsx?$/.test(entry.name) && !/[.](h5|test)[.]/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

function bytesOf(packageRoot: string): number {
  return readdirSync(path.join(BUILT, packageRoot), { recursive: true })
    .map((file) => statSync(path.join(BUILT, packageRoot, file as string)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
}
