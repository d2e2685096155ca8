import { BadRequestException, Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { checkInput } from '@county/shared/http/input';
import * as z from '@county/shared/zod';
import { printable } from './printable.ts';

/** Checks params, query and body by the route's schemas, with the words the page itself would have shown. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const { schema } = metadata as ArgumentMetadata & { schema?: unknown };
    if (!(schema instanceof z.ZodType)) return value;
    const checked = checkInput(schema, printable(value ?? {}));
    if (checked.valid) return checked.value;
    const { issues } = checked;
    throw new BadRequestException({ code: 'invalid-input', message: issues[0]?.message ?? '填写有误', issues });
  }
}
