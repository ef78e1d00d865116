/** What the console has borrowed of the file, such as its clock, and gives back before it ends: each does it once, however often it is asked. */
export type Owed = Set<() => Promise<void>>;

/** Gives back whatever is still owed; a fault of one keeps no other from it. */
export async function giveBack(owed: Owed): Promise<void> {
  await Promise.allSettled([...owed].map((give) => give()));
}
