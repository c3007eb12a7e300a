/** What the address of the page ends in when it is opened after the installation. Without it, it is the help. */
const INSTALLED = "#installed";

/** The page within the extension, as the help. */
export const HELP = "welcome/welcome.html";
/** The same page, as it is opened once after the installation. */
export const WELCOME = `${HELP}${INSTALLED}`;

export const isAfterInstalling = (hash: string): boolean => hash === INSTALLED;
