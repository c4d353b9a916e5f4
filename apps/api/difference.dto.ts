import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { EmptyAsMissing, IsDay, MomentDto } from './moment.dto.js';

/** Two moments: `on`, `known`, `basis` of the later one, and the same with `from` for the earlier one. */
export class DifferenceDto extends MomentDto {
  /** Day in the world of the earlier moment; default: that of the later one. */
  @ApiPropertyOptional({ description: 'Day in the world of the earlier moment; default: `on`.', example: '2021-06-22' })
  @EmptyAsMissing()
  @IsOptional()
  @IsDay()
  'from-on'?: string;

  /** Day of knowledge of the earlier moment; default: that of the later one. */
  @ApiPropertyOptional({
    description: 'Day of knowledge of the earlier moment; default: `known`.',
    example: '2021-06-22',
  })
  @EmptyAsMissing()
  @IsOptional()
  @IsDay()
  'from-known'?: string;

  /** Basis of the earlier moment; default: that of the later one. */
  @ApiPropertyOptional({
    description: 'Basis of the earlier moment; default: `basis`.',
    enum: ['ledger', 'source'],
    example: 'source',
  })
  @EmptyAsMissing()
  @IsOptional()
  @IsIn(['ledger', 'source'])
  'from-basis'?: 'ledger' | 'source';
}

/** The later moment. */
export const laterOf = ({ on, known, basis, position, lang }: DifferenceDto): MomentDto =>
  Object.assign(new MomentDto(), { on, known, basis, position, lang });

/** The earlier moment: what is not given is that of the later one. */
export const earlierOf = (dto: DifferenceDto): MomentDto =>
  Object.assign(laterOf(dto), {
    on: dto['from-on'] ?? dto.on,
    known: dto['from-known'] ?? dto.known,
    basis: dto['from-basis'] ?? dto.basis,
  });
