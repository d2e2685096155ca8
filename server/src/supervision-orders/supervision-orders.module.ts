import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { DemoOrders } from './demo-orders.service.ts';
import { IssuingService } from './issuing.service.ts';
import { OrderLife } from './order-life.service.ts';
import { OrderNotices } from './order-notices.service.ts';
import { OrderPeople } from './order-people.service.ts';
import { OrderSweep } from './order-sweep.service.ts';
import { OrderViews } from './order-views.service.ts';
import { OrdersService } from './orders.service.ts';
import { OrdersWaiting } from './orders-waiting.service.ts';
import { SupervisionOrdersController } from './supervision-orders.controller.ts';

@Module({
  imports: [FilesModule, OrgUnitsModule, PeopleModule, RemindersModule, TasksModule],
  controllers: [SupervisionOrdersController],
  providers: [
    DemoOrders,
    IssuingService,
    OrderLife,
    OrderNotices,
    OrderPeople,
    OrdersService,
    OrdersWaiting,
    OrderSweep,
    OrderViews,
  ],
  exports: [DemoOrders],
})
export class SupervisionOrdersModule {}
