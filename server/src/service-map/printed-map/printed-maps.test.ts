import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MappedCounty } from '../../../../test/support/mapped-county.ts';
import { outputOf } from '../../../../test/support/programs.ts';
import { MapPrinter } from './map-printer.service.ts';
import type { PrintJob } from './print-job.ts';

let here: MappedCounty;
beforeAll(
  async () => void (here = await MappedCounty.start({ environment: { PUBLIC_ORIGIN: 'https://example.gov.cn' } })),
);
afterAll(() => here.close());

/** What a program of poppler's says of a file. */
async function read(program: 'pdftotext' | 'pdffonts' | 'pdfinfo', bytes: Buffer, ...options: string[]) {
  const [file, ...rest] = program === 'pdftotext' ? ['-', ...options, '-'] : ['-', ...options];
  const args = program === 'pdftotext' ? [...options, file!, '-'] : [...rest, file!];
  return (await outputOf(program, args, bytes)).toString();
}

async function print(unitName: string, options = '') {
  const unitId = await here.unitId(unitName);
  const reply = await fetch(`${here.county.url}/api/public/printed-maps?unitId=${unitId}${options}`);
  const bytes = Buffer.from(await reply.arrayBuffer());
  if (reply.status !== 200) throw new Error(`${reply.status} ${bytes.toString()}`);
  const info = await read('pdfinfo', bytes);
  const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
  // Where a line ends is the layout's; the words are the county's.
  const text = (await read('pdftotext', bytes, '-raw')).replaceAll(/\s/g, '');
  return { reply, bytes, info, pages, text };
}

const bare = (words: string): string => words.replaceAll(/\s/g, '');

describe('the printed map of the county', () => {
  it('holds every point of the demo with its name, phone and address, on A4 pages that are counted', async () => {
    const { text, pages, info, reply } = await print('示例县人民政府');
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    expect(decodeURIComponent(reply.headers.get('content-disposition')!)).toContain('示例县政务地图（A4）.pdf');
    const points = await here.publicPoints();
    expect(points.length).toBeGreaterThan(150);
    for (const { name, phone, address } of points) {
      expect(text).toContain(bare(name));
      expect(text).toContain(phone);
      expect(text).toContain(bare(address));
    }
    expect(info).toContain('595.28 x 841.89');
    expect(text).toContain('2026年11月25日印制');
    expect(text).toContain('示意图，不作为划界依据；正式使用请设置有审图号的底图');
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`第${page}页，共${pages}页`);
  });

  it('has its fonts embedded, as far as they are used, with their signs’ meaning', async () => {
    const { bytes } = await print('示例县人民政府');
    const fonts = (await read('pdffonts', bytes)).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const font of fonts) expect(font).toMatch(/NotoSansSC-(?:Regular|Bold).*yes yes yes/);
    expect(bytes.length).toBeLessThan(1_500_000);
  });

  it('comes on A3 and by kind', async () => {
    const { info, text } = await print('示例县人民政府', '&paper=A3&kind=gazette-point');
    expect(info).toContain('841.89 x 1190.55');
    expect(text).toContain('只列政府公报查阅点，共2处');
    expect(text).toContain('县图书馆政府公报查阅点');
    expect(text).not.toContain('便民服务站');
  });
});

describe('the printed map of a township, a village and a department', () => {
  it('says what its own and its villages’ points do, when they open and what stands beside them', async () => {
    const { text } = await print('青石镇');
    const points = (await here.publicPoints()).filter(({ townshipName }) => townshipName === '青石镇');
    expect(text).toContain(`共${points.length}处`);
    for (const { landmark, windows } of points) {
      expect(text).toContain(bare(landmark));
      for (const { words } of windows.flatMap(({ services }) => services)) expect(text).toContain(bare(words));
    }
    expect(text).toContain('周一至周五8:30–12:00');
    expect(text).not.toContain('白杨镇便民服务中心');
  });

  it('is one page for a village of one point, with links to the map and to the point', async () => {
    const { pages, text, bytes } = await print('青石镇石桥村');
    expect(pages).toBe(1);
    expect(text).toContain('共1处');
    const [point] = await here.publicPoints(`&unitId=${await here.unitId('青石镇石桥村')}`);
    const urls = bytes.toString('latin1');
    expect(urls).toContain(`(https://example.gov.cn/pages/service-map/point/index?id=${point!.id})`);
    expect(urls).toContain('(https://example.gov.cn/tabs/map/index)');
  });

  it('lists for a village whatever serves it, and says of what is on no map that it is not', async () => {
    const { text } = await print('云台镇桐子村');
    expect(text).toContain('云台镇云峰村便民服务站');
    expect(text).toContain('云台镇桐子村便民服务站');
    expect(text).toContain('其中1处位置还没有核实，只列在表中');
  });

  it('says so where a unit has no point, and is a map all the same', async () => {
    expect((await print('县审计局')).text).toContain('还没有登记服务点');
  });
});

describe('large print', () => {
  it.each([
    ['A4', '青石镇'],
    ['A3', '青石镇'],
    ['A4', '示例县人民政府'],
  ])('on %s for %s has no letter smaller than 16 points and leaves nothing out', async (paper, unitName) => {
    const { bytes, text } = await print(unitName, `&paper=${paper}&largePrint=yes`);
    const sizes = [
      ...(await read('pdftotext', bytes, '-bbox-layout')).matchAll(
        /<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"/g,
      ),
    ];
    expect(sizes.length).toBeGreaterThan(50);
    // A line's box is somewhat higher than its type: 1.448 of it in this font.
    for (const [, top, bottom] of sizes) expect((Number(bottom) - Number(top)) / 1.448).toBeGreaterThanOrEqual(15.9);
    const points = (await here.publicPoints()).filter(
      ({ townshipName }) => unitName === '示例县人民政府' || townshipName === unitName,
    );
    for (const { name } of points) expect(text).toContain(bare(name));
  });
});

describe('the codes on paper', () => {
  it.each(['no', 'yes'])('are read by a phone from the printed sheet, large print: %s', async (largePrint) => {
    const { bytes } = await print('青石镇石桥村', `&largePrint=${largePrint}`);
    const [point] = await here.publicPoints(`&unitId=${await here.unitId('青石镇石桥村')}`);
    const pages = await outputOf('pdftoppm', ['-r', '150', '-gray'], bytes);
    const codes = await outputOf('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', '-'], pages);
    const found = new Set(codes.toString().trim().split('\n'));
    expect(found).toContain('https://example.gov.cn/tabs/map/index');
    expect(found).toContain(`https://example.gov.cn/pages/service-map/point/index?id=${point!.id}`);
  });
});

describe('what is written long or rare', () => {
  it('is wrapped and never cut, has its signs, and what no type has is set as 〓', async () => {
    const words = Array.from({ length: 80 }, (_, at) => `第${at + 1}件要办的事情`);
    const point = await here.point({
      name: '㙍塝堃村𬭚䶮便民服务点',
      address: '䃼湾'.repeat(50),
      landmark: '鋐𠮷旁',
      windows: [
        {
          id: '01890000-0000-7000-8000-000000000001',
          name: '综合',
          services: words.map((one) => ({ guideId: null, words: one })),
          hours: null,
        },
      ],
    });
    const { text } = await print('青石镇石桥村');
    expect(text).toContain(point.name);
    expect(text).toContain(point.address);
    expect(text).toContain('鋐〓旁');
    for (const one of words) expect(text).toContain(one);
  });
});

describe('asking for a printed map', () => {
  it('is refused where it cannot be made, in words', async () => {
    const unknown = await here.county.ask('GET', '/public/printed-maps?unitId=01890000-0000-7000-8000-00000000abcd');
    expect(unknown.status).toBe(404);
    expect(unknown.body.message).toContain('没有找到这个单位');
    const paper = await here.county.ask('GET', `/public/printed-maps?unitId=${await here.unitId('青石镇')}&paper=A5`);
    expect(paper.status).toBe(400);
    expect(paper.body.message).toContain('纸张');
  });

  it('gives the same bytes to all who ask on one day, and others once something has changed', async () => {
    const [one, other] = await Promise.all([print('白杨镇'), print('白杨镇')]);
    expect(one.bytes.equals(other.bytes)).toBe(true);
    const unitId = await here.unitId('白杨镇');
    const [point] = await here.publicPoints(`&unitId=${unitId}&kind=service-centre`);
    const { status } = await here.as('other-township-officer', 'POST', `/service-points/${point!.id}/closures`, {
      id: '01890000-0000-7000-8000-000000000002',
      onVersion: 1,
      from: '2026-12-03',
      to: '2026-12-03',
      reason: '停电检修',
    });
    expect(status).toBeLessThan(300);
    expect((await print('白杨镇')).text).toContain('12月3日（周四）不开：停电检修');
  });
});

describe('the printer of maps', () => {
  const notice = '示意图';
  const view = { box: { west: 105, south: 31, east: 106, north: 32 }, areaUnitId: null };
  const job = (title: string): PrintJob => ({
    title,
    filter: '',
    date: '2026年11月26日',
    countyName: '示例县',
    paper: 'A4',
    isLarge: false,
    link: 'https://example.gov.cn/tabs/map/index',
    outline: { box: view.box, areas: [], rivers: [], roads: [], notice },
    view,
    townshipViews: {},
    notice,
    points: [],
  });

  it('takes four at once from one address, the same map once; whoever asks for more hears when to come back', async () => {
    const printer = new MapPrinter();
    const made = ['甲镇', '乙镇', '丙镇', '丁镇'].map((title) => printer.print(job(title)));
    expect(printer.print(job('甲镇'))).toBe(made[0]);
    expect(() => printer.print(job('戊镇'))).toThrow('现在要打印地图的人多，请一分钟后再试');
    for (const bytes of await Promise.all(made)) expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await printer.print(job('戊镇'))).length).toBeGreaterThan(1000);
  });
});
