"""Given names that in most countries only women, or only men, bear; names borne by both are left out."""

WOMEN = frozenset(
    """
    abigail ada adela adelaide adele agatha agnes agnieszka aileen aisha alba alexandra alice alicia alina alison alma amal
    amanda amélie amelia amina amy ana anastasia andrée angela angelica anita anjali anna annabel anne anneliese annemarie
    annet annette annie annika antonia anya aoife audrey augusta aurora ayesha barbara beata beatrice beatrix beatriz
    bernadette bertha bess bessie beth betsy betty birgit blanche brenda bridget brigitte bronwen camille carla carlotta
    carmen carol caroline cassandra catalina catherine cécile cecilia celia charlotte chiara chloe christa christiane
    christina christine clara claire clarissa claudia clotilde comfort concepción constance consuelo cora cordelia
    cornelia cynthia dagmar daisy daphne deborah deirdre delia delphine denise diana dina dinah dolores dora doreen
    dorothea dorothy edith edna eileen ekaterina elaine eleanor elena elfriede elisa elisabeth elise eliza elizabeth ella
    ellen eloise elsa else elspeth emilia emilie emily emma enid erika esperanza estelle esther ethel eugenia eugénie
    eunice eva eve evelina fanny fatima fatma felicity fiona flora florence françoise frances francesca franziska freda
    frieda gabriela gabrielle galina gemma geneviève georgina geraldine germaine gertrud gertrude gisela giulia gladys
    gloria grace greta gretchen guadalupe gudrun hannah hanna harriet hatice hazel hedwig heidi heike helen helena
    helene helga henrietta hermione hester hilda hildegard honor hortense hyacinth ida ilse imogen inés ines inga inge ingeborg
    ingrid irena irene irina irma isabel isabella isolde jacqueline jane janet janina jean jeanne jemima jennifer jessica
    jill joan joanna jocasta johanna josephine josefa joyce juana judith julia juliana julie juliet justine karin katarina
    kate katharina katharine katherine kathleen katrin katya khadija kirsten klara ksenia lakshmi larissa laura lavinia leah
    leila leona leonora letitia lidia lila lilian lillian lily lina linda lisa liselotte lois lola lorna louisa louise
    lucía lucia lucie lucille lucinda lucy ludmila luisa lydia lyudmila mabel madeleine magda magdalena mairead maja
    malgorzata manuela margaret margarete margarita margery marguerite maria marianne marie marija marina marion marjorie marta
    martha martina mary mathilde matilda maud maude maureen mavis maxine melanie mercedes meredith mildred millicent mina minnie
    miranda miriam moira mollie molly mona monica monika muriel myra myrtle nadezhda nadia nadine nancy naomi natalia natalie
    natasha nell nellie ngozi nina nora norma odette olga olive olivia olympe ophelia ottilie pamela patricia paula paulina pauline
    pearl penelope perpetua petra phoebe phyllis pilar polly priscilla priya prudence prue rachel ramona rebecca regina renata
    rita roberta rosa rosalie rosalind rosamund rose rosemary roxana rowena ruth sabine sally salma samira sandra sara sarah
    shirley sigrid silvia simone sofia soledad solange sonia sonja sophia sophie stella stephanie susan susanna susanne suzanne svetlana
    sybil sylvia tabitha tamara tamsin tania tanya tatiana tatyana teresa tess thelma theodora theresa therese thomasina
    ulrike una ursula valentina valerie vanessa varvara vera verity verónica veronica victoria viktoria vilma viola violet
    hanna zofia jadwiga halina danuta ilona magdolna arundhati farida nadia jorgelina odalys ottoline keturah honoria virginia vivian vivien wanda wilhelmina wilhelmine winifred xenia ximena yelena yolanda yulia yvette yvonne zainab zara zaynab
    zdenka zelda zofia zoe zoya zuzana елена анна мария ольга татьяна вера наталья ирина
    """.split()
)

MEN = (
    frozenset(
        """
    aaron abdul abdullah abel abraham achille adalbert adam adolf adrian ahmad ahmed alan alastair albert alberto albrecht
    aldo alec alejandro aleksandr aleksei alessandro alexander alexandre alexei alfonso alfred alfredo ali alistair alonso
    aloysius amadeo ambrose amir amos anatole anatoli anatoly anders andreas andré andrei andrew andrzej angus ansel anselm
    anthony anton antoine antonín antonio archibald armand arnaud arnold arthur arturo asher august auguste augustus aurelio
    axel baldwin balthasar barnabas barnaby barry bartholomew basil bashir benedict benito benjamin bernard bernardo bernhard
    bert bertram bertrand boris brendan brian bruno burkhard caleb callum carl carlo carlos carsten casimir caspar cecil cedric cesare
    charles chester christian christoph christopher claude claudio clement clive colin conrad constantin cornelius corbin cosmo
    cuthbert cyril cyrus damian daniel dante dario david denis dennis derek desmond devendra diarmuid dick diego dieter dietrich
    dimitri dirk dmitri dmitry dominic donald douglas dudley duncan eamon eberhard ebenezer edgar edmond edmund eduard eduardo
    edward edwin egon elias emanuel emil emile émile emilio enoch enrico enrique erasmus eric erich ernest ernesto ernst erwin
    esteban étienne eugen eugène eustace evgeny ezekiel ezra fabian faisal felipe felix ferdinand fergus fernando filip
    florian fortescue francesco francis francisco franck franco françois frank franz fred frederic frederick friedrich fritz
    gabriel gareth gavin gaston geoffrey georg george georges georgi georgy gerald gerard gerhard gideon gilbert giles
    giovanni giuseppe godfrey gordon graham grigori grigory guido guillaume gunther gustav gustave guy hamish hans
    harald harold harry harvey hassan hector heinrich heinz helmut hendrik henri henrik henry herbert hereward hermann
    hernando hezekiah hieronymus hilary hiram horace horatio howard hubert hugh hugo humphrey hussein ian ibrahim ignacio
    ignatius igor ilya immanuel isaac isaiah isidore ismail israel ivan ivor jack jacob jacques jaime jakob jakub james jan
    janos jared jasper javier jean-paul jeffrey jens jeremiah jeremy jerome jiří joachim joaquín job jochen joe johan johann john
    jonas jonathan jorge josé josef josep joseph joshua jozef juan jules julian julien julius jürgen justin karel karl kaspar
    kazimierz keith kenneth kevin klaus kofi konrad konstantin kunz kurt kyle lambert lars laurence laurent lawrence lazar
    lazzaro leo leonard leonid leopold leslie lev lewis lionel lloyd lorenzo lothar louis luca lucas luciano lucien ludolf
    ludovic ludwig luigi luis luke luther maarten malcolm manfred manuel marc marcel marcello marco marcus mario mark markus
    martin mathias matteo matthew matthias maurice mauricio max maximilian melchior michael michel miguel mikhail miles
    milan milton mohamed mohammed mordecai mortimer moritz moses muhammad musa mustafa napoleon nathan nathaniel nathanael
    ned neil nicholas nicolas nicolás niels nigel nikita nikolai nikolaus noah noel norbert norman octavius oleg oliver
    omar oscar osip oskar osric oswald otto owen ottokar pablo paolo pascal patrick paul pavel pedro percival percy peregrine
    peter philip philipp philippe pierre pieter piotr porfirio quentin rafael ralph ramesh ramón rashid raymond reginald reinhard
    rené reuben reynold ricardo richard robert roberto roderick rodney rodrigo roger roland rolf roman ronald rory rudolf
    rupert russell rustam salvador salvatore samson samuel sanjay saul sebastian sergei sergey seth seymour sidney siegfried
    sigmund silas silvester simeon simon solomon stanislav stanislaw stanley stefan stepan stephen steven stuart sunil sven
    marek tadeusz karol egon leszek zbigniew jerzy janusz bohdan bogdan vaclav zdenek jaroslav goran dragan zoran slobodan
    radovan branko taras tariq hilaire caio winston wiktor grzegorz krzysztof wojciech stanislas tunde adewale chinua kwame
    omari rajesh arjun anil rahul ravi suresh mahesh haruki kenji hiroshi takeshi masaru basil tarquin ted terence thaddeus theo theobald theodor theodore thomas tiberius tim timothy tobias toby tom
    tomas tomás tomasz trevor tristan trofim ulrich umberto uriah valentin vasily vernon victor vijay vikram viktor vincent
    vincenzo vissarion vitaly vladimir volker volkmar wacław walter warren werner wilfred wilhelm willem william willy winston wladyslaw
    wolfgang xavier yakov yusuf yuri yves zachary zoltán иван сергей николай владимир михаил александр пётр
    """.split()
    )
    - WOMEN
)
