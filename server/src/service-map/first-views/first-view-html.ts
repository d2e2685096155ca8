import { hoursInWords } from '@county/shared/service-map/hours-in-words';
import { HOME_ABOUT, HOME_WAYS } from '@county/shared/site/home-ways';
import type { FoundPoint } from '@county/shared/service-map/find-points';
import type { MapOutline } from '@county/shared/service-map/map-outline';
import { openingAt } from '@county/shared/service-map/opening-state';
import { openingTag, openingWords } from '@county/shared/service-map/opening-words';
import type { PublicPoint } from '@county/shared/service-map/service-point';
import type { WorkingCalendar } from '@county/shared/calendar/working-days';

/** Sizes and colours of the house's tokens: the pages' own styles of lists and maps come with their scripts. */
const STYLE = `
#first-view{max-width:640px;margin:0 auto;padding:16px;font:17px/1.5 system-ui,'PingFang SC','Noto Sans CJK SC',sans-serif;color:#1c2b2a;background:#f6f8f7}
#first-view+#app{height:0;overflow:hidden;visibility:hidden}
#first-view h1{margin:0 0 4px;font-size:24px}
#first-view p{margin:0 0 12px;color:#5b6b69;font-size:15px}
#first-view svg{display:block;width:100%;height:280px;border:1px solid #dbe2e0;border-radius:12px;background:#eef3f1}
#first-view svg a:focus-visible circle{stroke:#1c2b2a;stroke-width:3}
#first-view ul{margin:12px 0;padding:0;list-style:none;background:#fff;border:1px solid #dbe2e0;border-radius:12px}
#first-view li{display:flex;border-bottom:1px solid #dbe2e0}
#first-view li:last-child{border-bottom:0}
#first-view li a{padding:12px 16px;color:inherit;text-decoration:none;min-height:48px;box-sizing:border-box}
#first-view li a:first-child{flex:1;min-width:0}
#first-view b,#first-view span{display:block}
#first-view span{color:#5b6b69;font-size:15px}
#first-view a.call{display:flex;align-items:center;color:#0b6b5b}
#first-view form{display:flex;gap:8px}
#first-view input,#first-view button{min-height:48px;padding:0 12px;font:inherit;border:1px solid #7d8c8a;border-radius:8px;background:#fff;color:inherit}
#first-view input{flex:1;min-width:0}
#first-view dt{color:#5b6b69;font-size:15px}
#first-view dd{margin:0 0 12px}
#first-view dd a,#first-view dl+a{color:#0b6b5b;display:inline-block;padding:12px 0}
`;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const words = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

const pageOf = ({ id }: Pick<PublicPoint, 'id'>) => `/pages/service-map/point/index?id=${id}`;
const call = (phone: string) => `tel:${phone.replace(/转.*$/, '').replace(/[^0-9+]/g, '')}`;
const wrapped = (inside: string) => `<main id="first-view"><style>${STYLE}</style>${inside}</main>`;

/** The county's map and the first points of its list, as they are drawn before a script has arrived. */
export function mapView(outline: MapOutline, found: readonly FoundPoint[], shown: number, at: string): string {
  const rows = found.slice(0, shown).map(({ point, state }) => row(point, openingTag(state, at)));
  const left = found.length - rows.length;
  const more = left > 0 ? `还有 ${left} 个地方和查找、筛选，正在打开……` : '查找和筛选正在打开……';
  return wrapped(
    `<h1>地图</h1><p role="status">${more}</p>${drawing(outline, found)}<ul>${rows.join('')}</ul><p>${words(outline.notice)}</p>`,
  );
}

function row(point: PublicPoint, opening: string): string {
  const where = point.landmark || point.address;
  const about = `<b>${words(point.name)}</b><span>${words(opening)}</span><span>${words(where)}</span>`;
  const phone = point.phone
    ? `<a class="call" href="${call(point.phone)}" aria-label="${words(`打电话给${point.name}，${point.phone}`)}">打电话</a>`
    : '';
  return `<li><a href="${pageOf(point)}">${about}</a>${phone}</li>`;
}

const HIGH = 280;
const WIDE = 400;

/** Townships by name, rivers, roads, and a dot a point that opens its page. */
function drawing({ box, areas, rivers, roads }: MapOutline, found: readonly FoundPoint[]): string {
  const squeeze = Math.cos((((box.north + box.south) / 2) * Math.PI) / 180);
  const scale = Math.min(WIDE / ((box.east - box.west) * squeeze), HIGH / (box.north - box.south));
  const x = (longitude: number) => ((longitude - box.west) * squeeze * scale).toFixed(1);
  const y = (latitude: number) => ((box.north - latitude) * scale).toFixed(1);
  const line = (places: readonly (readonly [number, number])[]) =>
    places.map(([longitude, latitude]) => `${x(longitude)} ${y(latitude)}`).join(' ');
  const grounds = areas.map(({ ring }) => `<polygon points="${line(ring)}"/>`).join('');
  const waters = rivers.map((river) => `<polyline points="${line(river.line)}" stroke="#7ba7c9"/>`).join('');
  const ways = roads.map((road) => `<polyline points="${line(road.line)}" stroke="#d9b48a"/>`).join('');
  const names = areas.map(({ name, label: [longitude, latitude] }) => {
    return `<text x="${x(longitude)}" y="${y(latitude)}">${words(name)}</text>`;
  });
  const dots = found.flatMap(({ point }) => {
    if (!point.places) return [];
    const { longitude, latitude } = point.places.wgs84;
    const name = words(point.name);
    return `<a href="${pageOf(point)}" aria-label="${name}"><circle cx="${x(longitude)}" cy="${y(latitude)}" r="5"/></a>`;
  });
  const width = ((box.east - box.west) * squeeze * scale).toFixed(0);
  return (
    `<svg viewBox="0 0 ${width} ${((box.north - box.south) * scale).toFixed(0)}" role="group" aria-label="全县服务点示意图">` +
    `<g fill="#fff" stroke="#b5c4c0">${grounds}</g><g fill="none" stroke-width="2">${waters}${ways}</g>` +
    `<g font-size="11" fill="#5b6b69" text-anchor="middle" aria-hidden="true">${names.join('')}</g>` +
    `<g fill="#0b6b5b" stroke="#fff">${dots.join('')}</g></svg>`
  );
}

/** What somebody on the way needs of one point: open or not, where, and the phone. */
export function pointView(point: PublicPoint, calendar: WorkingCalendar, at: string): string {
  const facts: [string, string][] = [
    ['现在', words(openingWords(openingAt(point.hours, calendar, at), at))],
    ['地址', words([point.address, point.landmark].filter(Boolean).join('，'))],
    ['电话', point.phone ? `<a href="${call(point.phone)}">${words(point.phone)}</a>` : '没有登记'],
    ['开放时间', words(point.hours ? hoursInWords(point.hours) : '没有登记，请先打电话')],
  ];
  const list = facts.map(([name, fact]) => `<dt>${name}</dt><dd>${fact}</dd>`).join('');
  return wrapped(
    `<h1>${words(point.name)}</h1><p role="status">窗口、进门和其他内容正在打开……</p><dl>${list}</dl><a href="/tabs/map/index">看地图</a>`,
  );
}

/** Home as anybody sees it: its search, which the map answers, and where one can go from here. */
export function homeView(countyName: string): string {
  const ways = Object.values(HOME_WAYS)
    .map(({ to, words: name, about }) => `<li><a href="${to}"><b>${name}</b><span>${about}</span></a></li>`)
    .join('');
  const search =
    '<form action="/tabs/map/index"><input type="search" name="words" aria-label="办什么事、去哪里" placeholder="办什么事、去哪里" maxlength="40"><button>查找</button></form>';
  return wrapped(`<h1>${words(countyName)}政务公开</h1><p>${HOME_ABOUT}</p>${search}<ul>${ways}</ul>`);
}
