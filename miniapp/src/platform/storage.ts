import Taro from '@tarojs/taro';

// Taro keeps small values by wx storage in WeChat and localStorage on the web; both are read at once, without waiting.

/** A small value kept on this device, or undefined. A value that cannot be read counts as absent. */
export function readKept<T>(key: string): T | undefined {
  try {
    const text: unknown = Taro.getStorageSync(key);
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a small value; false when the device is full or forbids it, so that the page can say so. */
export function keep(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // Nothing was kept, so nothing needs forgetting.
  }
}

/** Keys kept on this device that begin with `prefix`. */
export function keptKeys(prefix: string): string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
