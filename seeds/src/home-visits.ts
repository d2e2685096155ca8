/** What the server's seeding needs to know about help at home. */
export {
  elderCardSeeds,
  homeVisitRequestSeeds,
  homeVisitServiceSeeds,
  type ElderCardSeed,
  type HomeVisitRequestSeed,
} from '../appointments/home-visits.ts';
