import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditFigures } from './audit-figures.service.ts';
import { AuditSealing } from './audit-sealing.service.ts';
import { AuditReading } from './audit-reading.service.ts';
import { AuditExports } from './audit-exports.service.ts';
import { AuditService } from './audit.service.ts';

@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditExports, AuditFigures, AuditReading, AuditService, AuditSealing],
  exports: [AuditFigures, AuditService],
})
export class AuditModule {}
