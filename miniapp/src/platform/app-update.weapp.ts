import Taro from '@tarojs/taro';

/** Fetches a new version in the background, and changes to it when the person agrees: an open form is not lost. */
export function followUpdates(ask: () => Promise<boolean>): void {
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(() => {
    void ask().then((agreed) => {
      if (agreed) manager.applyUpdate();
    });
  });
}

export function applyUpdate(): void {
  Taro.getUpdateManager().applyUpdate();
}
