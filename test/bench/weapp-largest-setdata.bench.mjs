import { inFolder, startCounty } from './compare.mjs';
import { buildBoth, loadPhone } from './mini-program.mjs';

/** WeChat's documents ask for less than this in one setData. */
const AIM_BYTES = 256 * 1024;
const QUIET_MS = 300;
const SUPERVISOR = '周正言';

/**
 * The largest piece of data that passes from a page's logic to its view, over every page of the county at work as a
 * resident and as a supervisor see it, against an empty Taro page's.
 */
export default () =>
  inFolder(async (folder) => {
    const { ours, empty } = await buildBoth();
    const Phone = await loadPhone();
    const county = await startCounty(folder);
    try {
      const limit = await largest(Phone, county.origin, empty, [null]);
      const value = await largest(Phone, county.origin, ours, [null, SUPERVISOR]);
      return { value, unit: 'bytes', limit, ratio: limit / value, aim: limit / AIM_BYTES };
    } finally {
      await county.stop();
    }
  });

async function largest(Phone, origin, built, people) {
  const phone = await Phone.switchOn(origin, built);
  try {
    const sizes = [];
    for (const person of people) sizes.push(...(await walk(phone, person)));
    return Math.max(...sizes);
  } finally {
    await phone.switchOff();
  }
}

/** Opens every page one after another; answers the size of each setData. */
async function walk(phone, person) {
  const { pages, subPackages = [] } = phone.bundle.settings['app.json'];
  const places = [...pages, ...subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))];
  const wechat = await phone.somebody();
  const page = await wechat.open(person ? '/pages/people/sign-in/index' : `/${places[0]}`);
  if (person) {
    await page.getByText(person).click();
    await page.getByText('我的工作').first().waitFor();
  }
  for (const place of places) {
    await wechat.launch(page, `/${place}`);
    await page.locator('#stage *').first().waitFor();
    await hasComeToRest(wechat, page);
  }
  const { pages: open, errors, setDataBytes } = await wechat.account(page);
  if (open[0] !== places.at(-1) || errors.length) throw new Error(`${open.join()}: ${errors.join('\n')}`);
  return setDataBytes;
}

/** The page is there, what it asked the server for has come, and nothing is sent to the view any more. */
async function hasComeToRest(wechat, page) {
  let before;
  for (let now = -1; now !== before;) {
    before = now;
    await page.waitForTimeout(QUIET_MS);
    now = (await wechat.account(page)).setDataBytes.length;
  }
}
