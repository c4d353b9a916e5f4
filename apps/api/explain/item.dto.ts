import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { MomentDto } from '../moment.dto.js';

const itemForm = { message: 'item must be phase:<key>, gate:<key>, deadline:<key> or task:<key>' };

/** An item of a case at a moment. */
export class ItemDto extends MomentDto {
  /** Key of the item: `phase:<key>`, `gate:<key>[/<entity>]`, `deadline:<key>[/<entity>]`. */
  @ApiProperty({
    description: 'Key of the item: `phase:<key>`, `gate:<key>[/<entity>]` or `deadline:<key>[/<entity>]`.',
    example: 'phase:after-laws-passed',
  })
  @IsString(itemForm)
  @MaxLength(400, itemForm)
  @Matches(/^(phase|gate|deadline|task):\S+$/, itemForm)
  item!: string;
}
