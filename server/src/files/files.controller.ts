import { Body, Controller, Param, Query } from '@nestjs/common';
import { readFile, sendFile } from '@county/shared/files/file-routes';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { Uploaded, type Upload } from '../http/upload.ts';
import { FilesService } from './files.service.ts';

@Controller()
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Endpoint(sendFile)
  sendFile(
    @CurrentActor() actor: Actor,
    @Body({ schema: sendFile.body }) { id }: http.Body<typeof sendFile>,
    @Uploaded() upload: Upload,
  ) {
    return this.files.store(actor, id, upload);
  }

  @Endpoint(readFile)
  readFile(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: readFile.params }) { fileId }: http.Params<typeof readFile>,
    @Query({ schema: readFile.query }) link: http.Query<typeof readFile>,
  ) {
    return this.files.read(actor, fileId, link);
  }
}
