import type { SwaggerDocumentOptions } from '@nestjs/swagger';
import * as z from '@county/shared/zod';

type Converter = NonNullable<SwaggerDocumentOptions['standardSchemaConverter']>;
type Json = Record<string, unknown>;

/**
 * Writes a zod schema as OpenAPI: one component per `.meta({ id })`, with the suffix `Input` for what is sent.
 * Without it, a reply's schema overwrites the request's of the same id and makes fields with defaults required.
 */
export const zodOpenApi: Converter = (schema, { schemaType }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const suffix = schemaType === 'input' ? 'Input' : '';
  const {
    $schema: _,
    $defs,
    definitions,
    ...root
  } = z.toJSONSchema(schema, {
    io: schemaType,
    target: 'openapi-3.0',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => tidy(jsonSchema as Json),
  }) as Json;
  const named = Object.entries({ ...($defs as Json), ...(definitions as Json) });
  return {
    schema: withReferences(root, suffix),
    components: Object.fromEntries(
      named.map(([id, definition]) => [id + suffix, withReferences(definition as Json, suffix)]),
    ),
  };
};

function tidy(schema: Json): void {
  if (schema.format === 'date-time' || schema.format === 'uuid' || schema.format === 'date') delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (typeof schema.label === 'string') schema.description ??= schema.label;
  delete schema.label;
  delete schema.id;
}

function withReferences(schema: Json, suffix: string): Json {
  const reference = /"#\/(?:\$defs|definitions|components\/schemas)\/([^"]+)"/g;
  return JSON.parse(
    JSON.stringify(schema).replace(reference, (_, id: string) => `"#/components/schemas/${id}${suffix}"`),
  ) as Json;
}
