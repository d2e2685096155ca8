import { Module } from '@nestjs/common';
import { OrgUnitsController } from './org-units.controller.ts';
import { OrgUnitsService } from './org-units.service.ts';

@Module({ controllers: [OrgUnitsController], providers: [OrgUnitsService], exports: [OrgUnitsService] })
export class OrgUnitsModule {}
