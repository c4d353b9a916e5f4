import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Matches, ValidateBy } from 'class-validator';
import { parseDay } from '#history';

/** Refuses what has the form of a day and is none (2021-02-30). */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && parseDay(value) !== null,
      defaultMessage: (details) => `${details?.property} must be a day of the calendar, written YYYY-MM-DD`,
    },
  });

/** A field that a form leaves empty counts as not given. */
export const EmptyAsMissing = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

/** Which day, as known when, on what basis: every reading query takes these. */
export class MomentDto {
  /** Day in the world that is asked about; default: today. */
  @ApiPropertyOptional({ description: 'Day in the world that is asked about; default: today.', example: '2021-06-23' })
  @EmptyAsMissing()
  @IsOptional()
  @IsDay()
  on?: string;

  /** The answer uses what was known at the end of this day; default: today. */
  @ApiPropertyOptional({
    description: 'The answer uses what was known at the end of this day; default: today.',
    example: '2021-06-22',
  })
  @EmptyAsMissing()
  @IsOptional()
  @IsDay()
  known?: string;

  /** What counts as known. */
  @ApiPropertyOptional({
    description:
      'What counts as known: `ledger`, what had been recorded here by then (repeatable for ever), or `source`, what the cited sources had said by then. Default: ledger.',
    enum: ['ledger', 'source'],
    example: 'source',
  })
  @EmptyAsMissing()
  @IsOptional()
  @IsIn(['ledger', 'source'])
  basis?: 'ledger' | 'source';

  /** Wait until the answer includes this position of the ledger. */
  @ApiPropertyOptional({
    description:
      'Wait (at most 5 s) until the answer includes this position of the ledger, so that you read what you wrote.',
    example: '42',
  })
  @EmptyAsMissing()
  @IsOptional()
  @Matches(/^\d{1,20}(\/\d{1,20})?$/, { message: 'position must be one that the ledger gave out' })
  position?: string;

  /** Language of the page or the texts. */
  @ApiPropertyOptional({ description: 'Language of pages and texts.', enum: ['fi', 'sv', 'en'] })
  @EmptyAsMissing()
  @IsOptional()
  @IsIn(['fi', 'sv', 'en'])
  lang?: 'fi' | 'sv' | 'en';
}
