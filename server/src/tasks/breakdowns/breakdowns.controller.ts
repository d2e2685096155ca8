import { Body, Controller, Param, Query } from '@nestjs/common';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import * as routes from '@county/shared/tasks/breakdowns/breakdown-routes';
import * as previewRoutes from '@county/shared/tasks/breakdowns/preview-routes';
import { CurrentActor } from '../../http/current-actor.ts';
import { Endpoint } from '../../http/endpoint.ts';
import { Uploaded, type Upload } from '../../http/upload.ts';
import { BreakdownDownloads } from './breakdown-downloads.service.ts';
import { BreakdownsService } from './breakdowns.service.ts';
import { LedgerService } from '../overview/ledger.service.ts';
import { PreviewConfirmations } from './preview-confirmations.service.ts';
import { PreviewCorrectionsService } from './preview-corrections.service.ts';
import { PreviewsService } from './previews.service.ts';

@Controller()
export class BreakdownsController {
  constructor(
    private readonly breakdowns: BreakdownsService,
    private readonly previews: PreviewsService,
    private readonly corrections: PreviewCorrectionsService,
    private readonly confirmations: PreviewConfirmations,
    private readonly ledger: LedgerService,
    private readonly downloads: BreakdownDownloads,
  ) {}

  @Endpoint(previewRoutes.previewBreakdown)
  preview(@CurrentActor() actor: Actor, @Uploaded() upload: Upload) {
    return this.previews.preview(actor, upload);
  }

  @Endpoint(previewRoutes.previewPastedText)
  previewText(
    @CurrentActor() actor: Actor,
    @Body({ schema: previewRoutes.previewPastedText.body }) pasted: http.Body<typeof previewRoutes.previewPastedText>,
  ) {
    return this.previews.previewText(actor, pasted);
  }

  @Endpoint(previewRoutes.getBreakdownPreview)
  getPreview(
    @CurrentActor() actor: Actor,
    @Param({ schema: previewRoutes.getBreakdownPreview.params })
    { previewId }: http.Params<typeof previewRoutes.getBreakdownPreview>,
  ) {
    return this.previews.get(actor, previewId);
  }

  @Endpoint(previewRoutes.correctBreakdownPreview)
  correct(
    @CurrentActor() actor: Actor,
    @Param({ schema: previewRoutes.correctBreakdownPreview.params })
    { previewId }: http.Params<typeof previewRoutes.correctBreakdownPreview>,
    @Body({ schema: previewRoutes.correctBreakdownPreview.body })
    correction: http.Body<typeof previewRoutes.correctBreakdownPreview>,
  ) {
    return this.corrections.correct(actor, previewId, correction);
  }

  @Endpoint(previewRoutes.confirmBreakdown)
  confirm(
    @CurrentActor() actor: Actor,
    @Body({ schema: previewRoutes.confirmBreakdown.body })
    confirmation: http.Body<typeof previewRoutes.confirmBreakdown>,
  ) {
    return this.confirmations.confirm(actor, confirmation);
  }

  @Endpoint(routes.listBreakdowns)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routes.listBreakdowns.query }) page: http.Query<typeof routes.listBreakdowns>,
  ) {
    return this.breakdowns.list(actor, page);
  }

  @Endpoint(routes.getBreakdown)
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.getBreakdown.params }) { breakdownId }: http.Params<typeof routes.getBreakdown>,
  ) {
    return this.breakdowns.get(actor, breakdownId);
  }

  @Endpoint(routes.changeBreakdown)
  change(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.changeBreakdown.params }) { breakdownId }: http.Params<typeof routes.changeBreakdown>,
    @Body({ schema: routes.changeBreakdown.body }) change: http.Body<typeof routes.changeBreakdown>,
  ) {
    return this.breakdowns.change(actor, breakdownId, change);
  }

  @Endpoint(routes.carryForwardBreakdown)
  carryForward(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.carryForwardBreakdown.params })
    { breakdownId }: http.Params<typeof routes.carryForwardBreakdown>,
    @Body({ schema: routes.carryForwardBreakdown.body }) carry: http.Body<typeof routes.carryForwardBreakdown>,
  ) {
    return this.breakdowns.carryForward(actor, breakdownId, carry);
  }

  @Endpoint(routes.downloadBreakdownXlsx)
  downloadXlsx(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.downloadBreakdownXlsx.params })
    { breakdownId }: http.Params<typeof routes.downloadBreakdownXlsx>,
  ) {
    return this.downloads.download(actor, breakdownId, 'xlsx');
  }

  @Endpoint(routes.downloadBreakdownDocx)
  downloadDocx(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.downloadBreakdownDocx.params })
    { breakdownId }: http.Params<typeof routes.downloadBreakdownDocx>,
  ) {
    return this.downloads.download(actor, breakdownId, 'docx');
  }

  @Endpoint(routes.readLedger)
  readLedger(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.readLedger.params }) { breakdownId }: http.Params<typeof routes.readLedger>,
    @Query({ schema: routes.readLedger.query }) query: http.Query<typeof routes.readLedger>,
  ) {
    return this.ledger.read(actor, breakdownId, query, query);
  }

  @Endpoint(routes.downloadLedger)
  downloadLedger(
    @CurrentActor() actor: Actor,
    @Param({ schema: routes.downloadLedger.params }) { breakdownId }: http.Params<typeof routes.downloadLedger>,
    @Query({ schema: routes.downloadLedger.query }) filter: http.Query<typeof routes.downloadLedger>,
  ) {
    return this.ledger.download(actor, breakdownId, filter);
  }
}
