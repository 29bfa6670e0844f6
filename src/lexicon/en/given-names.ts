/** Given names that are mostly men's or mostly women's, lower case; names borne by both are left out. */
const split = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

export const maleNames = split(`
  josh matt jake nate zach zack travis wesley tyrone shawn phillip perry ollie milo micah lyle larry kyle johnny jared jamal garrett ezra matej osama kofi takeshi nils jurgen heinz jorg jiri zoran goran dragan nikola vuk marko bogdan mircea gheorghe vasile vladislav ruslan timur rustam emre recep tayyip nasser sami walid youssef zaid ziad chinedu emeka tunde segun babatunde thabo sipho vicente gunther narendra shehbaz nawaz pervez ashraf
  aaron abdul abdullah abel abraham adam adamu adil adnan adrian ahmad ahmed akbar akira alan albert alberto alejandro aleksandr alessandro alexander alexandre alexei alfonso
  alfred ali alistair alvaro amadou amir anand anatoly anders andre andreas andrei andres andrew andrzej angus anthony anton antonio antony anwar arash aristide arjun armand
  arnold arthur artur arturo ashok asif augustin aurel axel ayman barack barnaby barry bart bashar basil ben benedict benito benjamin bernard bernd bernhard bernie bert bertrand
  bilal bill bjorn bob boris brad bradley brandon brendan brent brett brian bruce bruno bryan burak caleb calvin carl carlo carlos cedric cesar charles charlie chester
  christian christoph christopher chuck claudio claus clement clifford clive clyde colin conor conrad constantin cormac cornelius craig curtis cyril dag damian damien dan daniel
  dario darren dave david dean declan dejan denis dennis derek dermot desmond didier diego dieter dietrich dimitri dirk dmitri dmitry dominic don donald douglas doug duncan
  dwight dylan eamon earl ed eddie edgar edmund eduardo edward edwin egon elias elliott elmer emil emilio emmanuel emmett enrico enrique eric erik ernest ernesto ernst erwin
  esteban ethan etienne eugene evan evgeny fabian fabio faisal farid federico felipe felix ferdinand fernando fidel filip finlay finn florian floyd francesco francisco
  francois frank franz fred frederic frederick fredrik friedrich fritz gabriel gareth gary gaston gavin geoff geoffrey georg george georges georgi gerald gerard gerhard
  gianni gilbert giles giorgio giovanni giulio giuseppe glen glenn godfrey gonzalo gordon graham grant greg gregor gregory grigory guido guillaume guillermo gunnar gunter gus
  gustav gustavo guy habib hakan hakim hal hamid hamish hamza hank hans harald harold harry harvey hasan hashim hassan hector heinrich helmut hendrik henri henrik
  henry herbert herman hermann hideo hiroshi horace horst howard hubert hugh hugo humphrey hussein ian ibrahim idris ignacio igor ilir ilya imran isaac ismail
  ivan ivo jack jacek jacob jacques jaime jakob jakub james jan jaroslav jason javier jay jean-claude jean-luc jean-pierre jeff jefferson jeffrey jens jeremy jerome jerry
  jesus jim jimmy joachim joao joaquin jochen joe joel joerg johan johann johannes john jon jonas jonathan jorge jose josef joseph joshua jovan juan juergen
  julian julien julio julius jun juri justin kamal karim karl karsten kaspar keith kemal ken kenji kenneth kevin khalid khalil kieran kirill klaus konrad konstantin
  krzysztof kumar kurt kwame lachlan lamar lance lars laszlo laurent laurence lawrence lech leif len leo leon leonard leonardo leonid leopold leroy les lester lev liam linus
  lionel lloyd lorenzo lothar louis luc luca lucas lucian lucien ludwig luigi luis lukas luke maciej magnus mahmoud malcolm malik mansour manuel marc marcel marcelo marcin marco
  marcos marcus marek mariano mario marius mark markus martin marvin mateo mathias mathieu matteo matthew matthias maurice mauricio max maxim maximilian mehdi mehmet melvin
  michael michal michel miguel mihai mikael mike mikhail milan miles milos milton miroslav mitch mohamed mohammad mohammed morris moses muhammad murat murray mustafa nathan
  nathaniel ned neil nelson nicholas nick nicolas niels nigel nikhil nikita niklas nikolai nikolaus noah norbert norman olaf oleg oliver olivier omar orlando oscar oskar osman
  otto owen pablo paddy paolo pascal patrice patricio patrick paul paulo pavel pavol pawel pedro percy pete peter petr phil philip philippe pierre pietro piotr predrag
  rafael rafal rahul rajesh ralf ralph ramesh ramon raphael rashid rasmus raul ravi raymond reginald reinhard reinhold reza ricardo riccardo richard rick roald robert
  roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald rory ross roy ruben rudolf rufus rupert russell saeed saleh salim salman salvador sam samir
  samuel sanjay santiago saul scott sean sebastian serge sergei sergey sergio seth shane sherman sidney siegfried silvio simeon simon slobodan solomon stanislav stanley stavros
  stefan stefano steffen stephen steve steven stewart stuart sven svend sylvester tadeusz tariq taro ted teddy terence terry theodore thierry thomas thorsten tim timothy tobias
  todd tom tomas tomasz tommy tony torsten trevor tristan tyler udo ulf ulrich umar umberto uwe vaclav vadim valentin vasily vernon victor viktor vijay vikram ville vince
  vincent vincenzo vitaly vittorio vlad vladimir vojtech volker walter warren wayne werner wilfred wilhelm willem william willy wim winston wojciech wolfgang xavier yannick
  yasser yuri yusuf yves zachary zbigniew zoltan
`)

export const femaleNames = split(`
  melania dunja aimee alison bella brittany cassandra celinda debbie erin freya hillary jackie jenna jodie katelin kayla kimberly lindsay lindsey maisie renee robyn roxanne shannon shelley tammy vicky ewa katarzyna milica oksana yulia ayse fatma zeynep leyla layla khadija giorgia rocio ximena amelie delphine elodie margaux mathilde nathalie veronique elke heike jutta silke ulrike elin frida gunilla kirsti maja siri yuki naoko priyanka deepika anjali lakshmi sunita ngozi adaeze folake thandi
  abigail ada adela adele adelaide adriana agatha agnes agnieszka aicha aida aileen aisha aishwarya alba alejandra alessandra alexandra alice alicia alina alisa allison alma
  amalia amanda amara amelia amina amy ana anastasia andrea-maria angela angelica angelina angie anika anita anja anke ann anna annabel anne annette annie annika antje antonia
  anya april arabella ariadne ariana astrid asuncion audrey aurelia aurora ava ayesha barbara beata beatrice beatriz beatrix becky belinda benazir bernadette berta bertha beth
  betsy bettina betty beverly bianca birgit birgitta blanca bonnie branka brenda bridget brigitte britta camilla candice carina carla carmen carol carolina caroline carolyn
  carrie catalina caterina catherine cathy cecilia celeste celia chantal charlotte chelsea cheryl chiara chloe christa christina christine ciara cindy claire clara clarissa
  claudia colette colleen concepcion connie constance consuelo cora cordelia corinna corinne cristina cynthia dagmar daisy dana daniela danielle daphne darlene deborah debra
  deirdre delia denise desiree diana diane dina dolores dominika donatella donna dora doreen doris dorothea dorothy ebba edith edna edwina eileen elaine eleanor elena eleni
  elisa elisabeth elise eliza elizabeth ella ellen elli eloise elsa elsbeth elspeth elvira emilia emily emma enid erica erika esmeralda esperanza estelle esther ethel eugenia eunice
  eva evangelina eve evelyn fatima fatou felicity fernanda fiona flora florence frances francesca francoise franziska freda frederica frieda gabriela gabriele gabrielle gail
  galina gemma genevieve georgia georgina geraldine gerda gertrude gianna gillian gina gisela giulia giovanna gladys glenda gloria grace greta gretchen grietje gudrun guadalupe
  gwen gwendolyn hadiza hana hanna hannah harriet hazel heather hedwig heidi helen helena helene helga henrietta hermione hilary hilda hildegard hortense ida ilse imelda imogen
  ines inga inge ingeborg ingrid irena irene irina iris irma isabel isabella isabelle isadora isobel ivana ivanka ivy jacqueline jana jane janet janice janine jasmin
  jeanette jeanne jelena jemima jennifer jenny jessica jill jo joan joana joanna joanne jocelyn johanna josefina josephine joyce juana juanita judith judy julia juliana
  julie juliet juliette june justine kamala karen karin karina karla katarina kate katharina katherine kathleen kathryn kathy katie katja katrin katrina katya kayleigh keiko
  kerstin kirsten kirstin kristen kristin kristina krystyna lara larissa laura lauren lavinia leah leila lena lenka leonora leticia lidia lilian liliana lilly lily lina linda
  lisa lise liv livia liz lois lola lorna lorraine louisa louise lucia luciana lucille lucinda lucy ludmila luisa luz lydia lyn lynda lynette lynne mabel madeleine
  magda magdalena maggie malala malgorzata mandy mara marcella marcia margaret margarita margit margot marguerite maria mariam marian marianne marie mariela marija marilyn marina
  marisa marisol marita marjorie marlene marta martha martina mary maryam mathilda matilda maud maura maureen mavis maxine meera meg megan melanie melinda melissa mercedes meredith
  meryl mia michaela michelle mila mildred milena millicent mina minerva miranda miriam moira molly mona monica monika monique morag morwenna muriel myra myriam myrtle nadezhda
  nadia nadine nancy naomi natalia natalie natasha neha nell nellie nicola nicole nicoletta nina noemi nora noreen norma nour octavia odette odile olga olive olivia olympia oona
  ophelia orla ottilie ottoline pamela paola patience patricia paula paulette paulina pauline pearl peggy penelope penny petra philippa phoebe phyllis pia pilar polly priscilla
  priya prudence rachel ramona rania raquel rebecca regina renata renate rhoda rhonda rita roberta rosa rosalie rosalind rosalyn rosanna rose rosemarie rosemary rosie rowena
  roxana ruby ruth sabina sabine sabrina sally salma samantha samira sandra sara sarah saoirse selma serena shanti sharon sheila shirley shreya sibyl sigrid silvia simona simone
  sinead siobhan sofia sofie solveig sonia sonja sophia sophie stella stephanie sue sumaya susan susana susanna susanne susie suzanne svetlana sybil sylvia sylvie tabitha tamara
  tania tanja tanya tara tatiana tatyana teresa tess tessa thea thelma theresa tiffany tilda tina tracey trudy uma una ursula uta valentina valeria valerie vanessa vera verena
  veronica veronika vesna victoria viktoria viola violet virginia vivian vivienne wanda wendy wilhelmina winifred winnie xenia yara yasmin yelena yoko yolanda yvette yvonne zainab
  zara zehra zelda zoe zofia zsuzsanna zuzana
`)
