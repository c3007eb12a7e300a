/** How many records a table has. Runs in the browser. */
export async function countOf(table: string): Promise<number> {
  const database = await new Promise<IDBDatabase>((done) => {
    const request = indexedDB.open("sourceline");
    request.addEventListener("success", () => done(request.result));
  });
  const count = await new Promise<number>((done) => {
    const request = database.transaction(table).objectStore(table).count();
    request.addEventListener("success", () => done(request.result));
  });
  database.close();
  return count;
}
