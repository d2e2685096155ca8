import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.ts';
import { FileLinks } from './file-links.ts';
import { FileStorage } from './file-storage.ts';
import { FilesController } from './files.controller.ts';
import { FilesService } from './files.service.ts';
import { OrphanSweep } from './orphan-sweep.ts';

@Module({
  imports: [PeopleModule],
  controllers: [FilesController],
  providers: [FilesService, FileLinks, FileStorage, OrphanSweep],
  exports: [FilesService],
})
export class FilesModule {}
