import { Module } from '@nestjs/common';
import { SETTINGS } from '../config/settings.ts';
import { PeopleModule } from '../people/people.module.ts';
import { FileLinks } from './file-links.ts';
import { FileStorage } from './file-storage.ts';
import { fileStorageOf } from './file-storage.service.ts';
import { FilesController } from './files.controller.ts';
import { FilesService } from './files.service.ts';
import { OrphanSweep } from './orphan-sweep.ts';

@Module({
  imports: [PeopleModule],
  controllers: [FilesController],
  providers: [
    FilesService,
    FileLinks,
    OrphanSweep,
    { provide: FileStorage, inject: [SETTINGS], useFactory: fileStorageOf },
  ],
  exports: [FilesService],
})
export class FilesModule {}
