import { Module } from '@nestjs/common';
import { FilingLimit } from './filing-limit.service.ts';

@Module({ providers: [FilingLimit], exports: [FilingLimit] })
export class FilingLimitModule {}
