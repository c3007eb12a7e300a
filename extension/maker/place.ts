/** Where the page stands that makes backups out of sight, within the extension. */
export const BACKUP_MAKER = "maker/maker.html";
