import { Module } from '@nestjs/common';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { FirstStart } from './first-start.service.ts';
import { SetUp } from './set-up.service.ts';

@Module({ imports: [OrgUnitsModule, PeopleModule, TasksModule], providers: [FirstStart, SetUp] })
export class SeedingModule {}
