import Taro from '@tarojs/taro';

const BUSY_FOR = 2_000;
const TOO_SLOW = ['none', '2g'];

/** Waits until the page is drawn, then says whether something large may be fetched that nobody asked for: not over 2G. */
export async function isGoodMoment(): Promise<boolean> {
  await new Promise<void>((done) => void setTimeout(done, BUSY_FOR));
  const network = await Taro.getNetworkType().catch(() => undefined);
  return network !== undefined && !TOO_SLOW.includes(network.networkType);
}
