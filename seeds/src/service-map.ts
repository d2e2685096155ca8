/** What the server's seeding needs to know about the service map. */
export { mapOutline, type OutlineSeed } from '../service-map/county-outline.ts';
export { pointSeeds } from '../service-map/points.ts';
export type { PointSeed, ServiceSeed, WindowSeed } from '../service-map/point-seed.ts';
