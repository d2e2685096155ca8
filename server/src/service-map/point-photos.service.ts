import { Injectable, type OnModuleInit } from '@nestjs/common';
import { reaches } from '@county/shared/people/scope';
import { FilesService } from '../files/files.service.ts';
import { ServicePoints } from './service-map.tables.ts';

/** Who sees a point's photos: everybody the one it shows now, its unit's people the earlier ones too. */
@Injectable()
export class PointPhotos implements OnModuleInit {
  constructor(private readonly files: FilesService) {}

  onModuleInit(): void {
    this.files.onPublicRule('service-point', async (db, pointId, fileId) => {
      const row = await db.findOneBy(ServicePoints, { id: pointId });
      return row !== null && row.withdrawnReason === null && row.facts.photoId === fileId;
    });
    this.files.onReadRule('service-point', async (db, actor, pointId) => {
      const row = await db.findOneBy(ServicePoints, { id: pointId });
      return row !== null && reaches(actor, row.unitId);
    });
  }
}
