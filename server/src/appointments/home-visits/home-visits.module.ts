import { Module } from '@nestjs/common';
import { FilingLimitModule } from '../../traffic/filing-limit.module.ts';
import { OrgUnitsModule } from '../../org-units/org-units.module.ts';
import { PeopleModule } from '../../people/people.module.ts';
import { RemindersModule } from '../../reminders/reminders.module.ts';
import { ServiceMapModule } from '../../service-map/service-map.module.ts';
import { AskedVisits } from './asked-visits.service.ts';
import { CardViews } from './card-views.service.ts';
import { DemoHomeVisits } from './demo-home-visits.service.ts';
import { ElderCardsController } from './elder-cards.controller.ts';
import { ElderCardsService } from './elder-cards.service.ts';
import { HomeVisitOffersController } from './offers.controller.ts';
import { HomeVisitOffers } from './offers.service.ts';
import { OwnHomeVisitRequests } from './own-requests.service.ts';
import { PlanViews } from './plan-views.service.ts';
import { SealedPeople } from './sealed-people.service.ts';
import { VisitCounts } from './visit-counts.service.ts';
import { VisitMergers } from './visit-mergers.service.ts';
import { VisitNotices } from './visit-notices.service.ts';
import { VisitPlansController } from './visit-plans.controller.ts';
import { VisitPlans } from './visit-plans.service.ts';
import { VisitRequestsController } from './visit-requests.controller.ts';
import { VisitRequests } from './visit-requests.service.ts';
import { VisitResults } from './visit-results.service.ts';
import { VisitRoutes } from './visit-routes.service.ts';
import { VisitSteps } from './visit-steps.service.ts';
import { VisitSweeps } from './visit-sweeps.service.ts';

@Module({
  imports: [FilingLimitModule, OrgUnitsModule, PeopleModule, RemindersModule, ServiceMapModule],
  controllers: [ElderCardsController, HomeVisitOffersController, VisitPlansController, VisitRequestsController],
  providers: [
    AskedVisits,
    CardViews,
    DemoHomeVisits,
    ElderCardsService,
    HomeVisitOffers,
    OwnHomeVisitRequests,
    PlanViews,
    SealedPeople,
    VisitCounts,
    VisitMergers,
    VisitNotices,
    VisitPlans,
    VisitRequests,
    VisitResults,
    VisitRoutes,
    VisitSteps,
    VisitSweeps,
  ],
  exports: [DemoHomeVisits],
})
export class HomeVisitsModule {}
