/** The build gives a style sheet's text to whoever imports it. */
declare module "*.css" {
  const text: string;
  export default text;
}
