import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { EmptyAsMissing } from '../moment.dto.js';

const limitForm = { message: 'limit must be a whole number from 1 to 500' };

/** A page of the ledger. */
export class LedgerDto {
  /** Position after which the page starts; default: the start. */
  @ApiPropertyOptional({ description: 'Position after which the page starts; default: the start.', example: '100' })
  @EmptyAsMissing()
  @IsOptional()
  @Matches(/^\d{1,19}(\/\d{1,19})?$/, { message: 'after must be a position that the ledger gave out' })
  after?: string;

  /** Largest number of events in the answer, 1 to 500; default 100. */
  @ApiPropertyOptional({
    description: 'Largest number of events in the answer.',
    minimum: 1,
    maximum: 500,
    default: 100,
  })
  @EmptyAsMissing()
  @IsOptional()
  @Type(() => Number)
  @IsInt(limitForm)
  @Min(1, limitForm)
  @Max(500, limitForm)
  limit?: number;

  /** Language of the page. */
  @ApiPropertyOptional({ description: 'Language of pages and texts.', enum: ['fi', 'sv', 'en'] })
  @EmptyAsMissing()
  @IsOptional()
  @IsIn(['fi', 'sv', 'en'])
  lang?: 'fi' | 'sv' | 'en';
}
