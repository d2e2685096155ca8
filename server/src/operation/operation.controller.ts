import { Controller } from '@nestjs/common';
import { getOperation } from '@county/shared/operation/operation';
import { Endpoint } from '../http/endpoint.ts';
import { OperationService } from './operation.service.ts';

@Controller()
export class OperationController {
  constructor(private readonly operation: OperationService) {}

  @Endpoint(getOperation)
  getOperation() {
    return this.operation.operation();
  }
}
