import { StoreBroken } from '../broken.ts';

/** A row that none of our commands has written: the file is damaged. Which file, whoever opened it knows. */
export function damagedRow(): StoreBroken {
  return new StoreBroken('damaged', '');
}
