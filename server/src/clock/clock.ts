import { Injectable } from '@nestjs/common';
import { shanghaiDay, type Day } from '@county/shared/calendar/day';

/** The server's time. In demo mode `NOW` sets it; tests set and move it. */
@Injectable()
export class Clock {
  private offsetMs = 0;

  constructor(startAt?: string) {
    if (startAt) this.set(startAt);
  }

  /** This instant, as every table and reply states it: UTC, ISO 8601. */
  now(): string {
    return new Date(this.ms()).toISOString();
  }

  /** This instant in milliseconds since 1970. */
  ms(): number {
    return Date.now() + this.offsetMs;
  }

  /** Today in Shanghai. */
  today(): Day {
    return shanghaiDay(this.now());
  }

  set(instant: string): void {
    this.offsetMs = Date.parse(instant) - Date.now();
  }
}
