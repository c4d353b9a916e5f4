import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Explanation } from '#views';
import { type Asked } from '../../runtime/queries/asked.js';
import { explainItem } from '../../runtime/queries/explain.js';
import { type Runtime } from '../../runtime/runtime.js';
import { programmeId } from '../codes.js';
import { Problem } from '../problem/problem.js';
import { RUNTIME } from '../runtime.token.js';

/** Asks why an item of a case stands as it does. */
export class ExplainQuery extends Query<Explanation> {
  constructor(
    readonly programme: string,
    readonly item: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(ExplainQuery)
export class ExplainHandler implements IQueryHandler<ExplainQuery> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async execute({ programme, item, asked }: ExplainQuery): Promise<Explanation> {
    const explained = await explainItem(this.runtime, { caseId: programmeId(programme), item, asked });
    switch (explained.status) {
      case 'found':
        return explained.explanation;
      case 'no-case':
        throw new Problem('not-found', `No case of the programme ${programme} was known at that moment.`);
      case 'no-item':
        throw new Problem(
          'not-found',
          `The case has no item ${item} on that day. It has: ${explained.items.slice(0, 20).join(', ')}.`,
        );
    }
  }
}
