import { Body, Controller, Ip, Param, Query } from '@nestjs/common';
import { answerComplaint, fileComplaint, listComplaints, readComplaint } from '@county/shared/complaints/complaint';
import type * as http from '@county/shared/http/route';
import type { Actor } from '@county/shared/people/actor';
import { CurrentActor } from '../http/current-actor.ts';
import { Endpoint } from '../http/endpoint.ts';
import { ComplaintsService } from './complaints.service.ts';

@Controller()
export class ComplaintsController {
  constructor(private readonly complaints: ComplaintsService) {}

  @Endpoint(fileComplaint)
  fileComplaint(
    @Ip() address: string,
    @Body({ schema: fileComplaint.body }) complaint: http.Body<typeof fileComplaint>,
  ) {
    return this.complaints.file(address, complaint);
  }

  @Endpoint(readComplaint)
  readComplaint(@Param({ schema: readComplaint.params }) { complaintId }: http.Params<typeof readComplaint>) {
    return this.complaints.read(complaintId);
  }

  @Endpoint(listComplaints)
  listComplaints(
    @CurrentActor() actor: Actor,
    @Query({ schema: listComplaints.query }) page: http.Query<typeof listComplaints>,
  ) {
    return this.complaints.list(actor, page);
  }

  @Endpoint(answerComplaint)
  answerComplaint(
    @CurrentActor() actor: Actor,
    @Param({ schema: answerComplaint.params }) { complaintId }: http.Params<typeof answerComplaint>,
    @Body({ schema: answerComplaint.body }) { answer }: http.Body<typeof answerComplaint>,
  ) {
    return this.complaints.answer(actor, complaintId, answer);
  }
}
