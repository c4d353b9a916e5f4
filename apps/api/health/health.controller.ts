import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { iso } from '#history';
import { type Runtime } from '../../runtime/runtime.js';
import { answer } from '../openapi.js';
import { RUNTIME } from '../runtime.token.js';

/** How the service is. */
export interface Health {
  readonly status: 'ok' | 'catching-up' | 'incomplete';
  readonly release: string;
  /** Last position of the ledger, and the last that the views include. */
  readonly ledger: string | null;
  readonly views: string | null;
  /** Recorded day of the last event in the views, or null. */
  readonly recorded: string | null;
  /** Why the views stopped, where they did. */
  readonly reason?: string;
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @ApiOperation({
    summary: 'How the service is',
    description: 'Whether ledger and views answer, and how far the views have read.',
  })
  @ApiOkResponse(answer('Health', 'Ledger and views answer.'))
  @ApiServiceUnavailableResponse({
    description: 'The views stopped and are incomplete, or the database is away.',
    content: {
      ...answer('Health', '').content,
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    },
  })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const { store, facts, release } = this.runtime;
    const status = await facts.status();
    const { position, recorded } = status.checkpoint;
    const ledger = await store.head();
    const stopped = status.state === 'stopped';
    if (stopped) void reply.status(503);
    return {
      status: stopped ? 'incomplete' : position === ledger ? 'ok' : 'catching-up',
      release,
      ledger,
      views: position,
      recorded: Number.isFinite(recorded) ? iso(recorded) : null,
      ...(stopped ? { reason: status.reason } : {}),
    };
  }
}
