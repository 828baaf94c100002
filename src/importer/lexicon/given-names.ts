/** Given names that English, French, German, Spanish and Italian papers print most, without their accents. */
const given: ReadonlySet<string> = new Set(
  `aaron abigail adam alan albert alberto alexander alexis alfred alice allen amanda amber amelia amy ana
  andre andrea andreas andrew angel angela anja ann anna anne annick antoine anton antonio arthur ashley
  astrid aurelie barbara ben benjamin benoit bernard bernd bertha beth betty beverly bill birgit bob bobby
  brandon brenda brian brigitte bruno carl carlos carmen carol carolyn catherine celine chantal charles
  charlotte cheryl christian christina christine christophe christopher chuck claire clara clarence claude
  claudia colette craig curtis cynthia dale dan daniel danielle dave david deborah debra denis denise dennis
  diana diane didier dieter dolores dominique don donald donna doris dorothea dorothy doug douglas earl edgar
  edith edward edwin elaine eleanor elena elizabeth ella ellen emilie emily emma eric erik erika ernest
  estelle esther ethel eugene eva evelyn fabien fernando florence frances francesca francis francisco franck
  francois francoise frank franz fred frederic gary geoffrey george georges gerald gerard gerhard gilles
  giovanni gisela giulia giuseppe gladys glenn gloria grace greg gregory guillaume gunter gunther hannah hans
  harold harry harvey hazel heather heike heinrich heinz helen helene helga helmut henri henry herbert herve
  holger horst howard hugh ian ida ingrid irene isabel isabella isabelle jack jacob jacqueline jacques james
  jane janet janice jason javier jean jeanne jeff jeffrey jens jennifer jeremy jerry jesse jessica jesus jim
  joan joann joe joel john jonathan jorge jose joseph josephine joshua joyce juan judith judy julia julie
  julien jurgen justin kai karen karin karine karl katherine kathleen kathryn katrin keith kelly ken kenneth
  kevin kim kimberly klaus kristin kurt kyle larry lars laura lauren laurent lawrence leo leon leonard lewis
  lillian linda lisa lois lori louis louise luc lucille lucy luigi luis luisa mabel madison manfred manuel
  marc marcel marco margaret maria marie marilyn mario marion marjorie mark martha martin martine marvin mary
  matthew matthias maurice max maxime megan melissa michael michel michele michelle miguel mike mildred
  minnie miriam monica monika monique nadege nancy natalie nathalie nathan nellie nicholas nick nicolas
  nicole nils nina norman odette odile olivia olivier oscar pamela paolo pascal pat patricia patrick paul
  paula pauline pedro peggy peter petra philip philippe phyllis pierre pilar rachel rafael ralf ralph randy
  ray raymond rebecca regina renate rene richard rita robert robin roger roland rolf ron ronald rosa rose
  roy russell ruth ryan sabine sally sam samantha samuel sandra sandrine sara sarah scott sebastien serge
  sharon shirley simon simone sophia sophie stanley stefan stella stephan stephane stephanie stephen steve
  steven stuart sue susan susanne suzanne sven sylvie ted teresa terry thelma theodore theresa thierry thomas
  tim timothy tina todd tom tony tracy tyler ursula ute uwe valerie vera vernon veronique victor victoria
  vincent viola virginia vivian walter warren wayne wendy werner wesley wilhelm will william wilma wolfgang
  ada agnes amos arlene arnold bert bertram bonnie boyd bradley brent bruce byron calvin cameron cecil chad
  charlie chester clifford clifton clint clyde cody colleen connie cora courtney darlene darrell dean della
  derek dwight eddie edna eileen elsie elmer ellis everett faye felix floyd gail gene geraldine gilbert gina
  gordon grant guy gwen harriet hattie herman hiram holly homer horace hubert irma irving ivan jackie jasper
  jay jerome jill jimmy jo johnny jon jordan julius june kathy katie kent kirk kristen lance lee lena leroy
  leslie lester lloyd lorraine lucas luke luther mae marcus marian marlene mathew maureen max melvin merle
  milton mitchell molly morris myrtle nelson nora oliver opal orville otis owen pearl penny percy perry
  preston ralph reginald ricky rob roberta rodney roger rosalind roscoe rosemary ross rufus sally seth shane
  shawn sheila sherry sidney silas spencer stacy stewart sylvia tanya tara ted tiffany toni travis trevor troy
  valerie vanessa velma verna vicki vickie virgil wallace wanda wilbur willard willie yvette
  xavier yann yves yvonne zachary`.split(/\s+/u),
);

/** Whether a Latin word is a given name by itself, or two with a hyphen: Harold, Jean-Noël, HERVÉ. */
export function isGivenName(word: string): boolean {
  const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return given.has(plain) || (plain.includes('-') && given.has(plain.split('-')[0]!));
}
