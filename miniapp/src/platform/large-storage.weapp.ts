import Taro from '@tarojs/taro';

// WeChat's storage takes 1 MB a key; a file of the app's own takes a whole county.
const pathOf = (name: string) => `${Taro.env.USER_DATA_PATH}/kept-${name}.json`;

/** Something kept on this device that is too large for small storage; undefined when there is nothing to read. */
export const readLarge = <T>(name: string): Promise<T | undefined> =>
  new Promise((done) => {
    const read = (text: string) => {
      try {
        done(JSON.parse(text) as T);
      } catch {
        done(undefined);
      }
    };
    Taro.getFileSystemManager().readFile({
      filePath: pathOf(name),
      encoding: 'utf8',
      success: ({ data }) => read(String(data)),
      fail: () => done(undefined),
    });
  });

/** Keeps it; false when the device is full or forbids it. */
export const keepLarge = (name: string, value: unknown): Promise<boolean> =>
  new Promise((done) => {
    Taro.getFileSystemManager().writeFile({
      filePath: pathOf(name),
      data: JSON.stringify(value),
      encoding: 'utf8',
      success: () => done(true),
      fail: () => done(false),
    });
  });

/** Forgets what was kept under this name. */
export const forgetLarge = (name: string): Promise<void> =>
  new Promise((done) => {
    Taro.getFileSystemManager().unlink({ filePath: pathOf(name), complete: () => done() });
  });
