/** Not yet. */
export async function killings(_options: string[]): Promise<boolean> {
  return true;
}
