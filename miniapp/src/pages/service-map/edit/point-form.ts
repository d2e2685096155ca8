import { NOTHING_KNOWN } from '@county/shared/service-map/accessibility';
import type { Datum, Position } from '@county/shared/service-map/position';
import { PointFacts, type ServicePointKind, type ServicePointView } from '@county/shared/service-map/service-point';
import { newId } from '../../../platform/ids';

/** Kind of draft, as `point:<point id>`. */
export const POINT_DRAFT = 'point';
/** Names the draft of a point that is not there yet. */
export const NEW_POINT = 'new';

type Written = Omit<PointFacts, 'kind' | 'position' | 'phone' | 'languages'>;

/** Facts as they are being written: numbers are signs until they are whole. */
export interface PointForm extends Written {
  /** Of the change, or of the new point. */
  id: string;
  /** Null for a new one. */
  pointId: string | null;
  unitId: string;
  unitName: string;
  /** 0 for a new point. */
  onVersion: number;
  /** As the facts were on that version, to put both together should somebody else change them meanwhile. */
  base: PointFacts | null;
  kind: ServicePointKind | '';
  longitude: string;
  latitude: string;
  datum: Datum;
  phone: string;
  languages: string;
}

export function blankForm(unitId: string, unitName: string): PointForm {
  return {
    id: newId(),
    pointId: null,
    unitId,
    unitName,
    onVersion: 0,
    base: null,
    kind: '',
    name: '',
    address: '',
    landmark: '',
    longitude: '',
    latitude: '',
    datum: 'gcj02',
    phone: '',
    hours: null,
    windows: [],
    staff: [],
    accessibility: NOTHING_KNOWN,
    languages: '',
    queueHint: '',
    photoId: null,
    servesUnitIds: [],
    insideId: null,
  };
}

/** The facts of a point alone, without what the server reckons. */
export function factsIn(point: ServicePointView): PointFacts {
  const keys = Object.keys(PointFacts.shape) as (keyof PointFacts)[];
  return Object.fromEntries(keys.map((key) => [key, point[key]])) as unknown as PointFacts;
}

export function formOf(point: ServicePointView): PointForm {
  const base = factsIn(point);
  return {
    id: newId(),
    pointId: point.id,
    unitId: point.unitId,
    unitName: point.unitName,
    onVersion: point.version,
    base,
    ...writtenOf(base),
  };
}

/** Facts in the form's own shape. */
export function writtenOf({ position, phone, languages, ...facts }: PointFacts) {
  return {
    ...facts,
    longitude: position ? String(position.longitude) : '',
    latitude: position ? String(position.latitude) : '',
    datum: position?.datum ?? 'gcj02',
    phone: phone ?? '',
    languages: languages.join('、'),
  };
}

/** What is written, for the server's own schema to check, which drops what is the form's alone. */
export function factsOf(form: PointForm) {
  const { longitude, latitude, datum, phone, languages, kind, ...facts } = form;
  return {
    ...facts,
    kind: kind || undefined,
    position: positionOf(longitude, latitude, datum),
    phone: phone.trim() || null,
    languages: languages.split(/[、，,；;\s]+/).filter(Boolean),
  };
}

function positionOf(longitude: string, latitude: string, datum: Datum): Position | null | object {
  if (!longitude.trim() && !latitude.trim()) return null;
  const degrees = (words: string) => (words.trim() === '' ? undefined : Number(words.normalize('NFKC').trim()));
  return { longitude: degrees(longitude), latitude: degrees(latitude), datum };
}

/** What every part of the form is given. */
export interface PartProps {
  form: PointForm;
  change(part: Partial<PointForm>): void;
  /** Words for the field at a path such as `position.longitude`. */
  issue(path: string): string | undefined;
}
