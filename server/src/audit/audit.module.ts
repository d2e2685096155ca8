import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditSealing } from './audit-sealing.service.ts';
import { AuditService } from './audit.service.ts';

@Global()
@Module({ controllers: [AuditController], providers: [AuditService, AuditSealing], exports: [AuditService] })
export class AuditModule {}
