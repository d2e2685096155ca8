import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CalendarDay } from '@county/shared/calendar/working-days';
import { NewOrgUnit, type OrgUnit } from '@county/shared/org-units/org-unit';
import { UnitNames } from '@county/shared/org-units/unit-names';
import { PersonName, PhoneNumber } from '@county/shared/people/person';
import { readUnitsPhrase } from '@county/shared/tasks/breakdowns/unit-phrase';
import { readAnnexText } from '../tasks/annex-text.ts';
import { calendarDays, orgUnits, people } from './county.ts';
import { originalPath } from './original-path.ts';

const TODAY = '2026-11-25';
const units = orgUnits();
const everybody = people();
const idOf = (serial: number): string => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
const serialOf = new Map(units.map(({ name }, at) => [name, at]));

/** The county as it is once taken in: with ids, and each unit under the one it names. */
const takenIn: OrgUnit[] = units.map(({ parentName, ...unit }, at) => ({
  ...unit,
  id: idOf(at),
  parentId: parentName === null ? null : idOf(serialOf.get(parentName) ?? -1),
  validFrom: '2021-01-01',
  validUntil: null,
  successorId: null,
  position: at,
}));
const named = (name: string): OrgUnit => takenIn[serialOf.get(name) ?? -1]!;
const ofKind = (...kinds: OrgUnit['kind'][]): OrgUnit[] => takenIn.filter(({ kind }) => kinds.includes(kind));
const repeated = <T>(all: readonly T[]): T[] => all.filter((one, at) => all.indexOf(one) !== at);

describe('the units of the invented county', () => {
  it('are one county, 42 departments, 9 townships, 3 subdistricts and about 120 villages and communities', () => {
    expect(ofKind('county')).toHaveLength(1);
    expect(ofKind('department')).toHaveLength(42);
    expect(ofKind('township')).toHaveLength(9);
    expect(ofKind('subdistrict')).toHaveLength(3);
    expect(ofKind('village', 'community').length).toBeGreaterThanOrEqual(115);
    expect(ofKind('village', 'community').length).toBeLessThanOrEqual(125);
  });

  it('could each be entered by an administrator as they stand', () => {
    for (const unit of takenIn) expect(NewOrgUnit.parse(unit)).toMatchObject({ name: unit.name });
  });

  it('stand after the unit above them, villages only under townships, communities under either', () => {
    const ABOVE: Record<OrgUnit['kind'], (OrgUnit['kind'] | undefined)[]> = {
      county: [undefined],
      department: ['county'],
      township: ['county'],
      subdistrict: ['county'],
      village: ['township'],
      community: ['township', 'subdistrict'],
    };
    for (const { kind, parentId, position } of takenIn) {
      const above = takenIn.find(({ id }) => id === parentId);
      expect(ABOVE[kind]).toContain(above?.kind);
      expect(above?.position ?? -1).toBeLessThan(position);
    }
  });

  it('share no name and no alias, so that a document means one unit', () => {
    expect(repeated(units.flatMap(({ name, aliases }) => [name, ...aliases]))).toEqual([]);
  });

  it('are reached at numbers of no area of the country, none of them twice', () => {
    expect(repeated(units.map(({ officePhone }) => officePhone))).toEqual([]);
    for (const { officePhone } of units) expect(officePhone).toMatch(/^0000-\d{7}$/);
  });

  it('are government departments only where the government set them up, and all county-level', () => {
    const government = ofKind('department').filter(({ traits }) => traits.includes('government-department'));
    expect(government.length).toBeGreaterThan(25);
    for (const name of ['县气象局', '县税务局', '县委组织部', '县委编办', '县档案馆', '县政府督查室'])
      expect(named(name).traits).not.toContain('government-department');
    for (const { name, traits } of ofKind('department')) {
      expect(traits).toContain('county-level');
      expect({ name, party: traits.includes('party-organ') }).toEqual({ name, party: name.startsWith('县委') });
    }
    for (const { traits } of ofKind('township', 'subdistrict', 'village', 'community'))
      expect(traits).not.toContain('county-level');
  });

  it('are all that the annex names; only the table nobody supplied stays open', () => {
    const names = new UnitNames(takenIn, TODAY);
    const annex = readAnnexText(readFileSync(originalPath('annex-1-task-breakdown.txt'), 'utf8'));
    const readings = annex.rows.map(({ number, units: phrase }) => ({ number, ...readUnitsPhrase(phrase, names) }));
    expect(readings.filter(({ unresolvedPhrase }) => unresolvedPhrase).map(({ number }) => number)).toEqual([5]);
    expect(readings[0]!.units.map(({ unitName }) => unitName)).toEqual([
      '县委组织部',
      '县发展和改革局',
      '县司法局',
      '县委编办',
      '县人力资源和社会保障局',
      '县应急管理局',
      '县财政局',
    ]);
    expect(readings[12]!.units.map(({ unitName }) => unitName)).toEqual([
      '县行政审批局',
      ...ofKind('township', 'subdistrict').map(({ name }) => name),
    ]);
  });
});

describe('the people of the invented county', () => {
  it('play each part of the demo once', () => {
    expect(everybody.flatMap(({ key, role, unitName }) => (key ? [[key, role, unitName]] : []))).toEqual([
      ['village-officer', 'officer', '青石镇石桥村'],
      ['township-officer', 'officer', '青石镇'],
      ['department-officer', 'officer', '县行政审批局'],
      ['unit-lead', 'unit-lead', '青石镇'],
      ['department-lead', 'unit-lead', '县行政审批局'],
      ['supervisor', 'supervisor', '县政府督查室'],
      ['supervisor-open-office', 'supervisor', '县政府信息公开办'],
      ['supervision-lead', 'unit-lead', '县政府督查室'],
      ['administrator', 'administrator', '县政府办公室'],
      ['resident', 'resident', null],
      ['second-village-officer', 'officer', '青石镇青龙村'],
      ['other-township-officer', 'officer', '白杨镇'],
    ]);
    for (const village of ['青石镇石桥村', '青石镇青龙村']) expect(named(village).parentId).toBe(named('青石镇').id);
  });

  it('have names and numbers of their own; only the resident gives none', () => {
    expect(repeated(everybody.map(({ name }) => name))).toEqual([]);
    for (const { name } of everybody) expect(PersonName.parse(name)).toBe(name);
    const phones = everybody.flatMap(({ phone }) => phone ?? []);
    expect(repeated(phones)).toEqual([]);
    for (const phone of phones) {
      expect(PhoneNumber.parse(phone)).toBe(phone);
      expect(phone).toMatch(/^1990000\d{4}$/);
    }
    expect(everybody.filter(({ phone }) => phone === null).map(({ key }) => key)).toEqual(['resident']);
  });

  it('leave no unit without an officer, no department or township without one lead', () => {
    const count = (unit: OrgUnit, wanted: string) =>
      everybody.filter(({ unitName, role }) => unitName === unit.name && role === wanted).length;
    for (const unit of ofKind('department', 'township', 'subdistrict', 'village', 'community'))
      expect({ unit: unit.name, officers: count(unit, 'officer') }).toEqual({ unit: unit.name, officers: 1 });
    for (const unit of ofKind('department', 'township', 'subdistrict'))
      expect({ unit: unit.name, leads: count(unit, 'unit-lead') }).toEqual({ unit: unit.name, leads: 1 });
  });

  it('are the same each time they are made', () => expect(people()).toEqual(everybody));
});

describe('the calendar of the invented county', () => {
  const days = calendarDays();

  it('holds each exception of 2021 to 2026 once, in order', () => {
    for (const day of days) expect(CalendarDay.parse(day)).toEqual(day);
    const dates = days.map(({ date }) => date);
    expect(repeated(dates)).toEqual([]);
    expect(dates).toEqual([...dates].sort());
    expect([...new Set(dates.map((date) => date.slice(0, 4)))]).toEqual([
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ]);
  });

  it('works only on weekend days, the plain week needs no exception for the others', () => {
    const worked = days.filter(({ kind }) => kind === 'workday').map(({ date }) => new Date(date).getUTCDay());
    expect(worked).toHaveLength(40);
    expect(worked.every((day) => day === 0 || day === 6)).toBe(true);
  });

  it('names the notice of the year a holiday belongs to, also where New Year begins in December', () => {
    const notice = (date: string) => days.find((day) => day.date === date)?.source;
    expect(notice('2022-10-01')).toBe('国务院办公厅关于2022年部分节假日安排的通知');
    expect(notice('2022-12-31')).toBe('国务院办公厅关于2023年部分节假日安排的通知');
  });
});
