import type { Account } from './bundle.ts';
import type { Move, PageStack } from './page-stack.ts';
import { USER_DATA_PATH } from './phone-files.ts';
import { callsFor } from './wx-call.ts';
import { mapping } from './wx-map.ts';
import { network } from './wx-network.ts';
import { pictures } from './wx-pictures.ts';
import { subscribing } from './wx-subscribe.ts';

interface Surroundings {
  account: Account;
  apiBase: string;
  entry: { path: string; query: Record<string, string> };
  pages: () => PageStack;
}

/** Seconds, the end in words: so WeChat wants it. */
export interface CalendarEntry {
  title: string;
  startTime: number;
  endTime: string;
}

const KEPT = 'storage:';
const STATUS_BAR = 44;
const MOVES: readonly Move[] = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'];

/** Functions that need no more than to be answered. */
const ANSWERED = `
  showToast hideToast showLoading hideLoading setNavigationBarTitle setNavigationBarColor pageScrollTo
  stopPullDownRefresh makePhoneCall setClipboardData showShareMenu checkSession setTabBarBadge
  removeTabBarBadge hideTabBar showTabBar getSetting openSetting requirePrivacyAuthorize`
  .trim()
  .split(/\s+/);
const LISTENERS = `
  onAppShow offAppShow onAppHide offAppHide onError onUnhandledRejection onPageNotFound
  onMemoryWarning onNeedPrivacyAuthorization onThemeChange onWindowResize offWindowResize`
  .trim()
  .split(/\s+/);

/** The `wx` object. What is not here is not there, and the app that calls it fails as it would on a phone. */
export function makeWx({ account, apiBase, entry, pages }: Surroundings): Record<string, unknown> {
  const call = callsFor(account);
  const phone = phoneOf(document.documentElement.clientWidth);
  const enter = () => ({ ...entry, scene: 1001, referrerInfo: {} });
  return {
    ...Object.fromEntries(ANSWERED.map((name) => [name, call(name)])),
    ...Object.fromEntries(LISTENERS.map((name) => [name, () => {}])),
    ...Object.fromEntries(MOVES.map((kind) => [kind, call(kind, (to: object) => pages().move(kind, to))])),
    ...network(call, apiBase),
    ...pictures(call),
    ...subscribing(call),
    ...mapping(call),
    ...storage(),
    env: { USER_DATA_PATH },
    canIUse: () => true,
    nextTick: (act: () => void) => void Promise.resolve().then(act),
    login: call('login', () => ({ code: (window as unknown as { __code__?: string }).__code__ ?? '' })),
    scanCode: call('scanCode', () => {
      const { __scanned__: result } = window as unknown as { __scanned__?: string };
      if (result === undefined) throw new Error('cancel');
      return { result };
    }),
    addPhoneCalendar: call('addPhoneCalendar', (entry: CalendarEntry) => void entries().push(entry)),
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
    getSystemInfoSync: () => ({ ...phone.window, ...phone.app, ...phone.device }),
    getSystemInfo: call('getSystemInfo', () => ({ ...phone.window, ...phone.app, ...phone.device })),
    getWindowInfo: () => phone.window,
    getAppBaseInfo: () => phone.app,
    getDeviceInfo: () => phone.device,
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0', envVersion: 'develop' } }),
    getLaunchOptionsSync: enter,
    getEnterOptionsSync: enter,
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 48,
      right: phone.window.windowWidth - 7,
      bottom: 80,
      left: phone.window.windowWidth - 94,
    }),
    createSelectorQuery: () => pages().instances.at(-1)!.createSelectorQuery(),
  };
}

/** What the phone's calendar was given, for tests to look at. */
function entries(): CalendarEntry[] {
  return ((window as unknown as { __calendar__?: CalendarEntry[] }).__calendar__ ??= []);
}

function phoneOf(width: number) {
  const safeArea = { left: 0, right: width, top: STATUS_BAR, bottom: 778, width, height: 734 };
  return {
    window: {
      pixelRatio: 2,
      screenWidth: width,
      screenHeight: 812,
      windowWidth: width,
      windowHeight: 724,
      statusBarHeight: STATUS_BAR,
      safeArea,
    },
    app: {
      SDKVersion: '3.8.0',
      version: '8.0.50',
      language: 'zh_CN',
      theme: 'light',
      host: { env: 'WeChat' },
      fontSizeSetting: 16,
    },
    device: { platform: 'android', brand: 'host', model: 'host', system: 'Android 13', abi: 'arm64' },
  };
}

/** Kept while the app is closed, as a phone does. */
function storage() {
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(KEPT));
  return {
    setStorageSync: (key: string, value: unknown) => localStorage.setItem(KEPT + key, JSON.stringify(value)),
    getStorageSync: (key: string): unknown => JSON.parse(localStorage.getItem(KEPT + key) ?? '""'),
    removeStorageSync: (key: string) => localStorage.removeItem(KEPT + key),
    clearStorageSync: () => keys().forEach((key) => localStorage.removeItem(key)),
    getStorageInfoSync: () => ({
      keys: keys().map((key) => key.slice(KEPT.length)),
      currentSize: 0,
      limitSize: 10_240,
    }),
  };
}
