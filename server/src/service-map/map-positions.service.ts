import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FieldIssue } from '@county/shared/http/problem';
import { positionIssue } from '@county/shared/service-map/point-facts-rules';
import type { Places, Position } from '@county/shared/service-map/position';
import { placesOf } from './places.ts';
import { PublicMapService } from './public-map.service.ts';

/** Positions of things that are no service points: in the county, and in the systems in which they go out (rules M1). */
@Injectable()
export class MapPositions {
  constructor(private readonly map: PublicMapService) {}

  places(position: Position): Places {
    return placesOf(position);
  }

  /** What is wrong with where it lies; nothing where no outline is there to tell. */
  async issue(db: EntityManager, position: Position): Promise<FieldIssue | undefined> {
    const box = await this.map.findBox(db);
    return box && positionIssue(position, placesOf(position).wgs84, box);
  }
}
