import type { PointFacts, ServiceWindow, WindowService } from '@county/shared/service-map/service-point';

/** An item as a window names it; a guide whose plain title is `guideTitle` may have been written. */
export type ServiceSeed = Omit<WindowService, 'guideId'> & { guideTitle: string };

export type WindowSeed = Omit<ServiceWindow, 'id' | 'services'> & { services: ServiceSeed[] };

/** A point of the invented county; ids are made when it is taken in, so units and points are told by name. */
export type PointSeed = Omit<PointFacts, 'windows' | 'photoId' | 'servesUnitIds' | 'insideId'> & {
  /** The unit that keeps it. */
  unitName: string;
  windows: WindowSeed[];
  servesUnitNames: string[];
  /** The name of the point it stands in. */
  insideName: string | null;
  /** How long ago its unit looked whether everything still holds; null: never. */
  checkedMonthsAgo: number | null;
};
