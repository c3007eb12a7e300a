/** Not yet. */
export async function soak(_options: string[]): Promise<boolean> {
  return true;
}
