import { classBit } from "../../tagging/gazetteer.ts";

export const COUNTRY = classBit("country");
export const CITY = classBit("city");
export const TOWNS = CITY | classBit("town");
export const PLACES = COUNTRY | CITY | classBit("region");
export const BODIES = classBit("organisation") | classBit("team");
export const REGION = classBit("region");
export const FEATURE = classBit("feature");
export const DEMONYM = classBit("demonym");
export const GIVEN = classBit("given");
export const FAMILY = classBit("family");
