import { type Asked } from '../runtime/queries/asked.js';
import { readArea, readProgramme } from '../runtime/queries/views.js';
import { type Runtime } from '../runtime/runtime.js';
import { type TextOptions, areaText } from './tables/index.js';

/** An area in a few lines, with what is due next in each of its programmes. */
export const areaSummary = async (
  runtime: Runtime,
  area: string,
  asked: Asked,
  options: TextOptions,
): Promise<string> => {
  const view = await readArea(runtime, area, asked);
  const programmes = await Promise.all(view.programmes.map(({ id }) => readProgramme(runtime, id, asked)));
  const deadlines = programmes.flatMap((programme) => programme.deadlines);
  return areaText(
    view,
    deadlines.sort((a, b) => (a.due < b.due ? -1 : 1)),
    options,
  );
};
