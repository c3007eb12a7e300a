interface BylineCase {
  readonly lines: readonly string[];
  readonly outlet?: string;
  readonly people: readonly string[];
  readonly agency?: string;
}

/** Author lines as papers write them. */
export const bylineCases: readonly BylineCase[] = [
  { lines: ["Ada Quill"], people: ["Ada Quill"] },
  { lines: ["By Ada Quill"], people: ["Ada Quill"] },
  { lines: ["by ADA QUILL"], people: ["ADA QUILL"] },
  { lines: ["Written by Ada Quill"], people: ["Ada Quill"] },
  { lines: ["Von Ada Quill"], people: ["Ada Quill"] },
  { lines: ["Author: Ada Quill"], people: ["Ada Quill"] },
  { lines: ["By Ada Quill and Ben Marsh"], people: ["Ada Quill", "Ben Marsh"] },
  { lines: ["Ada Quill, Ben Marsh & Cleo Reed"], people: ["Ada Quill", "Ben Marsh", "Cleo Reed"] },
  { lines: ["Ada Quill und Ben Marsh"], people: ["Ada Quill", "Ben Marsh"] },
  { lines: ["Ada Quill", "Ben Marsh", "Ada Quill"], people: ["Ada Quill", "Ben Marsh"] },
  { lines: ["By Ada Quill, Staff Writer"], people: ["Ada Quill"] },
  { lines: ["Ada Quill, Senior Correspondent in Port Alma"], people: ["Ada Quill"] },
  { lines: ["Ada Quill, M.D."], people: ["Ada Quill, M.D."] },
  { lines: ["Ben Marsh, Jr., and Ada Quill"], people: ["Ben Marsh, Jr.", "Ada Quill"] },
  { lines: ["By Ada Quill | The Tidewater Courier"], people: ["Ada Quill"] },
  { lines: ["By Ada Quill Published 4 May 2019"], people: ["Ada Quill"] },
  { lines: ["Ada Quill · 12 Shares"], people: ["Ada Quill"] },
  { lines: ["Ada Quill 5 min read"], people: ["Ada Quill"] },
  { lines: ["Ada Quill ada.quill@courier.example"], people: ["Ada Quill"] },
  { lines: ["Ana e Beatriz", "Maria de la Cruz y Vega"], people: ["Ana", "Beatriz", "Maria de la Cruz", "Vega"] },
  { lines: ["Андрей Иволгин"], people: ["Андрей Иволгин"] },
  { lines: ["山田花子"], people: ["山田花子"] },
  // What is said after a name, and before it.
  { lines: ["By Ada Quill, May 14, 2024"], people: ["Ada Quill"] },
  { lines: ["By Ada Quill, 14 May"], people: ["Ada Quill"] },
  { lines: ["By Ada Quill, 3 days ago"], people: ["Ada Quill"] },
  { lines: ["Ada Quill 3 hours ago"], people: ["Ada Quill"] },
  { lines: ["Ada Quill, 5 minutes"], people: ["Ada Quill"] },
  { lines: ["Ada Quill, November 18th, 2019"], people: ["Ada Quill"] },
  { lines: ["Ada Quill 31.10.2023"], people: ["Ada Quill"] },
  { lines: ["adaquill 30 ноября"], people: ["adaquill"] },
  { lines: ["By Ada Quill in Port Alma"], people: ["Ada Quill"] },
  { lines: ["By Ada Quill in Port Alma and Ben Marsh in Tern"], people: ["Ada Quill", "Ben Marsh"] },
  { lines: ["By Ada Quill for the Tidewater Courier"], people: ["Ada Quill"] },
  { lines: ["BY ADA QUILL AND BEN MARSH"], people: ["ADA QUILL", "BEN MARSH"] },
  { lines: ["BY ADA QUILL IN PORT ALMA"], people: ["ADA QUILL"] },
  { lines: ["Ada Quill am"], people: ["Ada Quill"] },
  { lines: ["Ada Quill le"], people: ["Ada Quill"] },
  { lines: ["Von Ada Quill am 3. Mai"], people: ["Ada Quill"] },
  { lines: ["Veröffentlicht am"], people: [] },
  { lines: ["Veröffentlicht am 4. Mai 2024 von Ada Quill"], people: ["Ada Quill"] },
  { lines: ["Publié le"], people: [] },
  { lines: ["Publicado el 4 de mayo por Ada Quill"], people: ["Ada Quill"] },
  // Small words that are names' own.
  { lines: ["Victoria O’Regan"], people: ["Victoria O’Regan"] },
  { lines: ["Jean d’Ormeau"], people: ["Jean d’Ormeau"] },
  { lines: ["Ludwig van Hove und Ana da Costa"], people: ["Ludwig van Hove", "Ana da Costa"] },
  { lines: ["Cleo Reed V"], people: ["Cleo Reed V"] },
  { lines: ["adaquill"], people: ["adaquill"] },
  // Nobody.
  { lines: ["admin"], people: [] },
  { lines: ["Web Desk"], people: [] },
  { lines: ["Newsroom"], people: [] },
  { lines: ["https://courier.example/by/ada"], people: [] },
  { lines: ["The Tidewater Courier"], outlet: "Tidewater Courier", people: [] },
  { lines: ["courier.example"], outlet: "The Courier", people: [] },
  { lines: [""], people: [] },
  // Agencies.
  { lines: ["By ANI"], people: [], agency: "ANI" },
  { lines: ["The Associated Press"], people: [], agency: "AP" },
  { lines: ["Press Trust of India"], people: [], agency: "PTI" },
  { lines: ["By Ada Quill, Reuters"], people: ["Ada Quill"], agency: "Reuters" },
  { lines: ["Ada Quill (AFP)"], people: ["Ada Quill"], agency: "AFP" },
  { lines: ["dpa"], people: [], agency: "dpa" },
];
