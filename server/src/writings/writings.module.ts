import { Module } from '@nestjs/common';
import { WritingMoves } from './writing-moves.service.ts';
import { Writings } from './writings.service.ts';

@Module({
  providers: [WritingMoves, Writings],
  exports: [WritingMoves, Writings],
})
export class WritingsModule {}
