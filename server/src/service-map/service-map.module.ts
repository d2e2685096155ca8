import { Module } from '@nestjs/common';
import { FilingLimitModule } from '../traffic/filing-limit.module.ts';
import { FilesModule } from '../files/files.module.ts';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { ServiceGuidesModule } from '../service-guides/service-guides.module.ts';
import { WechatModule } from '../wechat/wechat.module.ts';
import { CheckReminders } from './check-reminders.service.ts';
import { Closures } from './closures.service.ts';
import { PointCodesController } from './codes/point-codes.controller.ts';
import { PointCodesService } from './codes/point-codes.service.ts';
import { CorrectionsService } from './corrections.service.ts';
import { DemoPoints } from './demo-points.service.ts';
import { FirstViews } from './first-views/first-views.service.ts';
import { OpenData } from './open-data.service.ts';
import { Outlines } from './outlines.service.ts';
import { PointChanges } from './point-changes.service.ts';
import { PointFactsCheck } from './point-facts-check.service.ts';
import { PointMergers } from './point-mergers.service.ts';
import { PointNotices } from './point-notices.service.ts';
import { PointPeople } from './point-people.service.ts';
import { PointPhotos } from './point-photos.service.ts';
import { PointViews } from './point-views.service.ts';
import { PointWriting } from './point-writing.service.ts';
import { PointsInBox } from './points-in-box.service.ts';
import { MapPositions } from './map-positions.service.ts';
import { MapPrinter } from './printed-map/map-printer.service.ts';
import { PrintedMapsController } from './printed-map/printed-maps.controller.ts';
import { PrintedMaps } from './printed-map/printed-maps.service.ts';
import { PublicMapService } from './public-map.service.ts';
import { PublicPointsController } from './public-points.controller.ts';
import { PublicPoints } from './public-points.service.ts';
import { ServicePointsController } from './service-points.controller.ts';
import { ServicePointsService } from './service-points.service.ts';
import { PlacedLines } from './sheets/placed-lines.service.ts';
import { PointSheetsController } from './sheets/point-sheets.controller.ts';
import { PointSheetsService } from './sheets/point-sheets.service.ts';
import { VillagePlaces } from './village-places.service.ts';
import { WaitingPoints } from './waiting-points.service.ts';

@Module({
  imports: [
    FilingLimitModule,
    FilesModule,
    OrgUnitsModule,
    PeopleModule,
    RemindersModule,
    ServiceGuidesModule,
    WechatModule,
  ],
  controllers: [
    PointCodesController,
    PointSheetsController,
    PrintedMapsController,
    PublicPointsController,
    ServicePointsController,
  ],
  providers: [
    MapPositions,
    MapPrinter,
    PrintedMaps,
    CheckReminders,
    Closures,
    CorrectionsService,
    DemoPoints,
    FirstViews,
    OpenData,
    Outlines,
    PlacedLines,
    PointChanges,
    PointCodesService,
    PointSheetsService,
    PointFactsCheck,
    PointMergers,
    PointNotices,
    PointPeople,
    PointPhotos,
    PointViews,
    PointWriting,
    PointsInBox,
    PublicMapService,
    PublicPoints,
    ServicePointsService,
    VillagePlaces,
    WaitingPoints,
  ],
  exports: [Closures, DemoPoints, FirstViews, MapPositions, Outlines, PointChanges, PublicPoints, VillagePlaces],
})
export class ServiceMapModule {}
