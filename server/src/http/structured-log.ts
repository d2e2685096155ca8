import type { LoggerService } from '@nestjs/common';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** One JSON object a line, for whatever collects logs. No names, phone numbers or words of people are logged. */
export class StructuredLog implements LoggerService {
  private readonly threshold: number;

  constructor(level: LogLevel) {
    this.threshold = LEVELS.indexOf(level);
  }

  log = (message: unknown, ...rest: unknown[]) => this.write('info', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);

  private write(level: LogLevel, message: unknown, rest: unknown[]): void {
    if (LEVELS.indexOf(level) < this.threshold) return;
    const context = rest.length ? String(rest.at(-1)) : undefined;
    // Nest's own wiring notes are of no use to those who operate the system.
    if (
      level === 'info' &&
      ['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory'].includes(context ?? '')
    )
      return;
    const fields = typeof message === 'object' && message !== null ? message : { message };
    const line = JSON.stringify({ at: new Date().toISOString(), level, context, ...fields });
    (level === 'error' ? process.stderr : process.stdout).write(line + '\n');
  }
}
