import type * as z from '../zod.ts';
import type { Role } from '../people/role.ts';

/** One HTTP operation, stated once: the server serves it, the client calls it, OpenAPI describes it. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`, with `:names` for parameters. */
  path: string;
  summary: string;
  /** The reply holds personal data that is asked for each time: no device keeps it. */
  private?: true;
  /** Who may call it at all; what they may touch is asked by the service. The guard denies a route that does not say. */
  access: 'public' | 'signed-in' | readonly Role[];
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** A multipart request: one file in the field `file`, the other fields checked by `body`. */
  upload?: { maxBytes: number };
  /** The whole reply, or the media type of a reply of bytes. */
  response: z.ZodType | `${string}/${string}`;
}

export const route = <const R extends Route>(definition: R): R => definition;

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export type Params<R extends Route> = Parsed<R['params']>;
export type Query<R extends Route> = Parsed<R['query']>;
export type Body<R extends Route> = Parsed<R['body']>;
export type Reply<R extends Route> = R['response'] extends z.ZodType ? z.output<R['response']> : Uint8Array;

/** What a caller must give: exactly the parts the route declares. */
export type Call<R extends Route> = {
  [Part in 'params' | 'query' | 'body' as R[Part] extends z.ZodType ? Part : never]: R[Part] extends z.ZodType
    ? z.input<R[Part]>
    : never;
};
