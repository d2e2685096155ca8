import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';

/** 投诉建议 about the product or the county's openness; a contact is never required. */
export const Complaint = z
  .object({
    id: z.uuid(),
    words: z.string().trim().min(4).max(1000).meta({ label: '投诉或建议' }),
    /** How to answer, if the person wishes one; encrypted in the database. */
    contact: z.string().trim().max(60).nullable().meta({ label: '联系方式' }),
    filedAt: z.iso.datetime(),
    answer: z.string().trim().min(1).max(1000).nullable().meta({ label: '答复' }),
    answeredAt: z.iso.datetime().nullable(),
    answeredByName: z.string().nullable(),
  })
  .meta({ id: 'Complaint' });
export type Complaint = z.infer<typeof Complaint>;

export const NewComplaint = Complaint.pick({ id: true, words: true })
  .extend({ contact: Complaint.shape.contact.default(null) })
  .meta({ id: 'NewComplaint' });
export type NewComplaint = z.infer<typeof NewComplaint>;

export const fileComplaint = route({
  method: 'POST',
  path: '/complaints',
  summary: '提交投诉或建议，不必登录',
  access: 'public',
  body: NewComplaint,
  response: Complaint.pick({ id: true, filedAt: true }),
});

/** The person who filed it holds the id, made on their own phone; the contact is not sent back. */
export const readComplaint = route({
  method: 'GET',
  path: '/complaints/:complaintId',
  summary: '凭编号查看答复',
  access: 'public',
  params: z.object({ complaintId: z.uuid() }),
  response: Complaint.omit({ contact: true, answeredByName: true }),
});

export const listComplaints = route({
  method: 'GET',
  path: '/complaints',
  summary: '投诉建议列表',
  access: ['supervisor', 'administrator'],
  query: PageQuery,
  private: true,
  response: pageOf(Complaint),
});

export const answerComplaint = route({
  method: 'POST',
  path: '/complaints/:complaintId/answers',
  summary: '答复投诉建议',
  access: ['supervisor', 'administrator'],
  params: z.object({ complaintId: z.uuid() }),
  body: z.object({ answer: z.string().trim().min(1).max(1000).meta({ label: '答复' }) }),
  response: Complaint,
});
