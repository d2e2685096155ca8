import { Body, Controller } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import {
  confirmPointSheet,
  exportPointGeoJson,
  exportPointSheet,
  previewPointSheet,
} from '@county/shared/service-map/point-sheet-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { Uploaded, type Upload } from '../../http/upload.ts';
import { PointSheetsService } from './point-sheets.service.ts';

@Controller()
export class PointSheetsController {
  constructor(private readonly sheets: PointSheetsService) {}

  @Endpoint(exportPointSheet)
  workbook(@CurrentActor() actor: Actor) {
    return this.sheets.workbook(actor);
  }

  @Endpoint(exportPointGeoJson)
  geoJson(@CurrentActor() actor: Actor) {
    return this.sheets.geoJson(actor);
  }

  @Endpoint(previewPointSheet)
  preview(
    @CurrentActor() actor: Actor,
    @Uploaded() upload: Upload,
    @Body({ schema: previewPointSheet.body }) { datum }: http.Body<typeof previewPointSheet>,
  ) {
    return this.sheets.preview(actor, upload, datum);
  }

  @Endpoint(confirmPointSheet)
  confirm(
    @CurrentActor() actor: Actor,
    @Body({ schema: confirmPointSheet.body }) { previewId, ownPoints }: http.Body<typeof confirmPointSheet>,
  ) {
    return this.sheets.confirm(actor, previewId, ownPoints);
  }
}
