import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { ItemDto } from './item.dto.js';

/** An item and the case that it belongs to, as the page's form gives them. */
export class CaseItemDto extends ItemDto {
  /** Id of the case, which is the programme's. */
  @ApiProperty({ description: 'Id of the case, which is the programme’s.', example: 'vake-restructuring' })
  @IsString()
  @MaxLength(80)
  case!: string;
}
