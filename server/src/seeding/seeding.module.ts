import { Module } from '@nestjs/common';
import { OrgUnitsModule } from '../org-units/org-units.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { TasksModule } from '../tasks/tasks.module.ts';
import { DemoCounty } from './demo-county.service.ts';

@Module({ imports: [OrgUnitsModule, PeopleModule, TasksModule], providers: [DemoCounty] })
export class SeedingModule {}
