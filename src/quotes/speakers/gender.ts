import { wordSet } from "../../english/closed-classes.ts";

const FEMININE = wordSet(`
  abigail ada adele agnes aisha alejandra alexandra alice alicia alina alison allison amanda amber amelia amina amy ana
  anastasia andrea angela angelina anita ann anna anne annette annie april ashley astrid audrey ayesha barbara beatrice
  becky bella bernadette beth betty beverly bianca bonnie brenda bridget brigitte camila camille candace carla carmen
  carol carolina caroline carolyn carrie catherine cathy cecilia celine charlotte chelsea cheryl christina christine
  cindy claire clara claudia colleen condoleezza connie cynthia daisy danielle daphne dawn deborah debra deirdre denise
  diana diane dolores donna dora doris dorothy edith eileen elaine eleanor elena elisa elisabeth elise elizabeth ella
  ellen eloise elsa emily emma erica erin esther eva evelyn faith fatima felicia fiona florence frances francesca gail
  georgia geraldine gina gladys gloria grace greta gretchen gwen hannah harriet hazel heather heidi helen helena hilary
  hillary huma ida ingrid irene iris isabel isabella ivana ivanka jacqueline jamila jane janet janice jasmine jean
  jeanne jennifer jenny jessica jill joan joanna joanne josephine joyce juanita judith judy julia juliana julie kamala
  karen karin katarina kate katherine kathleen kathryn kathy katie katrina kayla kellyanne kimberly kirsten kristen
  kristina lara latoya laura lauren laurie leila lena leticia lily linda lisa lois loretta lorraine louise lucia lucy
  lydia lynn mabel madeleine madison maggie malala malia marcia margaret margarita maria marianne marie marilyn marina
  marjorie martha mary maureen megan megyn melania melinda melissa mercedes mia michelle mildred miriam molly monica
  nadia nancy naomi natalia natalie natasha nicola nicole nikki nina nora norma olga olivia paige pamela patricia paula
  pauline penelope penny peggy phyllis priscilla rachel rebecca regina renee rhonda rita roberta rosa rosalind rose
  rosemary roxana ruth sabrina sally samantha sandra sara sarah sasha selina serena sharon sheila shirley simone sofia
  sonia sophia sophie stacy stella stephanie sue suella susan susanna suzanne svetlana sylvia tamara tania tanya tara
  tatiana teresa theresa tiffany tina tracy tulsi ursula valentina valerie vanessa vera veronica victoria virginia
  vivian wanda wendy whitney yasmin yolanda yvette yvonne zainab zoe huda jacinda marine sanna nancy liz
`);

const MASCULINE = wordSet(`
  aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro alessandro alexander alexei alfred
  ali allan allen alvin amir anatoly anders andre andreas andrei andres andrew andy angelo anthony antonio anwar archie
  arnold arthur ashraf asif axel barack barry bart bashar benedict benjamin bernard bernie bill billy bob bobby boris
  brad bradley brendan brett brian bruce bruno bryan calvin carl carlos cedric cesar chad charles charlie chester chris
  christian christopher chuck clarence claude clifford clinton colin conrad craig curtis cyril dale damian dan daniel
  danny darren dave david dean dennis derek derrick desmond diego dick dieter dimitri dinesh dirk dmitry dominic don
  donald doug douglas duncan dwight earl ed eddie edgar edmund eduardo edward edwin eli elliott emmanuel enrique eric
  erik ernest ernesto eugene evan felipe felix fernando francis francisco franco frank franz fred frederick gabriel gary
  gavin gene geoffrey george gerald gerard gilbert giovanni giuseppe glen glenn gordon graham greg gregory guillermo gus
  gustavo guy hamid hans harold harry harvey hassan hector henrik henry herbert herman horace howard hubert hugh hugo
  hussein ian ibrahim igor ilya isaac ismail ivan jack jacob jacques jaime jake james jan jared jason javier jay jeb
  jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joachim joe joel johan john johnny jon jonathan jorge jose
  joseph josh joshua juan jules julian julio justin karim karl kassym-jomart keith ken kenneth kevin khalid kurt kyle
  lance larry lars laurent lawrence lee leo leon leonard leonid lewis lionel lloyd louis lucas luigi luis luke magnus
  mahmoud malcolm manuel marc marcel marco marcus mario mark marshall martin marvin matt matteo matthew maurice max
  michael miguel mike mikhail milton mitch mitt mohamed mohammad mohammed morgan moses muhammad mustafa narendra nathan
  neil nelson nicholas nick nicolas nigel nikolai norman nursultan oleg oliver olivier omar oscar osama otto owen pablo
  paolo patrick paul pavel pedro pete peter phil philip philippe pierre qasim rafael rahul raj ralph ramon ramzan rand
  randy rashid raul ray raymond recep reginald reince ricardo richard rick rishi rob robert roberto rodney rodrigo roger
  roland roman ron ronald ross roy rudolf rudy rupert russell ryan sadiq salman sam samuel saul scott sean sebastian
  sergei sergey sergio seth shane shaun shawn silvio simon stanley stefan stephen steve steven stuart suleiman tariq ted
  terrence terry theodore thomas tim timothy tobias todd tom tommy tony travis trevor tyler umar vaclav victor viktor
  vincent vitaly vladimir volodymyr wade wallace walter warren wayne werner wilfred william willie wolfgang xavier xi
  yevgeny yuri yusuf zachary zbigniew
`);

export type Gender = "feminine" | "masculine";

const FEMININE_NOUNS = wordSet(`
  woman girl mother sister daughter wife widow aunt niece grandmother granddaughter girlfriend fiancee actress nun
  policewoman businesswoman heroine stepmother housewife waitress
`);
const MASCULINE_NOUNS = wordSet(`
  man boy father brother son husband widower uncle nephew grandfather grandson boyfriend fiance monk policeman fisherman
  fireman businessman stepfather monsignor imam
`);

/** What a noun for a person (singular, lower case) tells, or `null`. */
export function genderOfNoun(noun: string): Gender | null {
  if (FEMININE_NOUNS.has(noun) || /.(?:woman|ess)$/.test(noun)) return "feminine";
  if (MASCULINE_NOUNS.has(noun)) return "masculine";
  return genderOf(noun);
}

/** What a first name or a title tells, or `null`. */
export function genderOf(word: string): Gender | null {
  const lower = word.toLowerCase().replace(/\.$/, "");
  if (
    /^(?:mrs|ms|miss|madam|lady|queen|princess|baroness|dame|congresswoman|chairwoman|spokeswoman|businesswoman)$/.test(
      lower,
    )
  )
    return "feminine";
  if (/^(?:mr|sir|lord|king|prince|baron|congressman|chairman|spokesman|businessman|pope)$/.test(lower))
    return "masculine";
  if (FEMININE.has(lower)) return MASCULINE.has(lower) ? null : "feminine";
  return MASCULINE.has(lower) ? "masculine" : null;
}
