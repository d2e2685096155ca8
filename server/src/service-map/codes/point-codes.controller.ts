import { Controller, Param } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import {
  makeCodePicture,
  makePointCodes,
  readCodePicture,
  readPointCode,
} from '@county/shared/service-map/point-code-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { PointCodesService } from './point-codes.service.ts';

@Controller()
export class PointCodesController {
  constructor(private readonly codes: PointCodesService) {}

  @Endpoint(readPointCode)
  read(@Param({ schema: readPointCode.params }) { key }: http.Params<typeof readPointCode>) {
    return this.codes.read(key);
  }

  @Endpoint(readCodePicture)
  picture(@Param({ schema: readCodePicture.params }) { key }: http.Params<typeof readCodePicture>) {
    return this.codes.picture(key);
  }

  @Endpoint(makePointCodes)
  make(
    @CurrentActor() actor: Actor,
    @Param({ schema: makePointCodes.params }) { pointId }: http.Params<typeof makePointCodes>,
  ) {
    return this.codes.make(actor, pointId);
  }

  @Endpoint(makeCodePicture)
  makePicture(
    @CurrentActor() actor: Actor,
    @Param({ schema: makeCodePicture.params }) { key }: http.Params<typeof makeCodePicture>,
  ) {
    return this.codes.makePicture(actor, key);
  }
}
