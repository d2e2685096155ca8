import type { CalendarDay } from '@county/shared/calendar/working-days';
import { calendarDays as days } from '../calendar/calendar-days.ts';
import { COUNTY, departments } from '../org-units/departments.ts';
import { townships, villages } from '../org-units/townships.ts';
import type { UnitSeed } from '../org-units/unit-seed.ts';
import { demoPeople, type PersonSeed } from '../people/demo-people.ts';

const FAMILY =
  '赵钱孙李周吴郑冯陈蒋沈韩杨朱何吕张孔曹严魏陶姜谢邹柏章苏潘葛范彭鲁韦马方袁柳史唐费薛雷贺汤罗毕郝安乐于时傅卞齐康';
const GIVEN = [
  '建国',
  '春梅',
  '永福',
  '玉兰',
  '志强',
  '秀英',
  '德明',
  '桂芳',
  '世平',
  '晓燕',
  '光华',
  '丽娟',
  '正义',
  '红霞',
  '长青',
  '素芬',
];

/** Every unit of the invented county, in official order. */
export function orgUnits(): UnitSeed[] {
  const county: UnitSeed = {
    kind: 'county',
    name: COUNTY,
    aliases: ['县政府', '县人民政府'],
    traits: [],
    officePhone: '0000-1234000',
    contactName: '总值班室',
    parentName: null,
  };
  return [county, ...departments, ...townships, ...villages];
}

/** Days off and weekend days worked, 2021-2026. */
export function calendarDays(): CalendarDay[] {
  return days;
}

/** The people of the demo, and one officer for every unit, one lead for every department and township. */
export function people(): PersonSeed[] {
  const others: PersonSeed[] = [];
  for (const unit of [...departments, ...townships, ...villages]) {
    const has = (role: PersonSeed['role']) =>
      demoPeople.some((person) => person.unitName === unit.name && person.role === role);
    const isLed = unit.kind !== 'village' && unit.kind !== 'community';
    if (!has('officer')) others.push(invented(others.length, unit.name, 'officer'));
    if (isLed && !has('unit-lead')) others.push(invented(others.length, unit.name, 'unit-lead'));
  }
  return [...demoPeople, ...others];
}

function invented(serial: number, unitName: string, role: 'officer' | 'unit-lead'): PersonSeed {
  // Each time the family names are through, the given names move on by one, so that no pair comes back.
  const round = Math.floor(serial / FAMILY.length);
  const name = `${FAMILY[serial % FAMILY.length]}${GIVEN[(serial * 7 + round) % GIVEN.length]}`;
  const phone = `19900${String(1000 + serial).padStart(6, '0')}`;
  return { key: null, name, role, unitName, phone, about: '' };
}
