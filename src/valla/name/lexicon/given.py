"""Given names: those that are one name in several languages, and which are women's.

Names on one line are forms of one name; a line that begins with a plus lists names that are not akin. A name that stands nowhere here is no less a name; it is only no witness.
"""

from collections.abc import Iterator

_WOMEN = """
agnes agnès agnieszka aenne
anna anne ann annie anya hanna hannah ania anny
alice alicia alix
alexandra aleksandra sandra
amelia amalia amalie
augusta auguste
barbara varvara barbora
beatrice beatrix beatriz
bertha berta
catherine katharine katherine kathryn ekaterina yekaterina katarina caterina katya kate catalina kateryna
charlotte karlotta
clara klara claire
dorothea dorothy dora dorothee
eleanor eleonora elinor leonora ellen
elizabeth elisabeth elisabetta elizaveta yelizaveta isabel isabella lisbeth elisabet erzsébet élisabeth betty
emily emilia emilie emma
eva eve ewa yeva
eugenia eugénie yevgenia evgenia
frances francesca françoise franziska
gertrude gertrud
grace gracia
helen helena elena yelena olena hélène ilona helene
ida ilse irma
irene irina iryna
jane joan joanna johanna jeanne giovanna juana janet
josephine josefina
julia julie yulia giulia juliet
laura lora
louise luisa louisa ludwika lou
lucy lucia lucie
lydia lidia lidiya
margaret margarete margarita marguerite margarethe margherita małgorzata maggie
martha marta marthe
mary maria marie marya marija mariya marya miriam mariam molly
matilda mathilde
nadezhda nadia nadya nadiya nadja
natalia natalya nathalie natasha
nina olga olha oksana
paula pauline paulina
rachel raquel rahel
rebecca rebekka
rosa rose rosalia rosalie rosalind rosalyn
ruth sophia sofia sophie sofya zofia
sarah sara zara
susan susanna suzanne zuzana susannah
sylvia silvia
tatiana tatyana
teresa theresa therese thérèse
ursula ulla ute
valentina valentine
vera wera viera
victoria viktoria
xenia ksenia
+ zinaida zina klava klavdia larissa ludmila lyudmila raisa polina galina tamara svetlana
+ ada agatha antonia cecilia clementine constance cordelia cornelia deborah diana edith edna elsa elsie esther ethel eunice fanny
+ flora florence frieda georgina gladys greta gudrun harriet hedwig hermione hilda honor hortense ingrid inge isolde ivy jarmila
+ jessie jocasta judith karin lavinia leonie lilian lily lotte mabel marianne marion marjorie mathilda maud melanie mercedes
+ milena mildred millicent minna minnie muriel nancy naomi nell nora octavia ottilie patricia pearl penelope philippa phoebe
+ phyllis priscilla prudence renata renate rhoda rita roberta rosamund sabina selma sigrid sonia sybil thea theodora tirzah
+ ulrike veronica viola violet virginia vivian wanda wilhelmina winifred yvonne zelda zoe
"""
_MEN = """
abraham avram avraham ibrahim
adam adán
adolf adolph adolphe adolfo
albert alberto albrecht
alexander aleksandr alexandre alessandro alejandro aleksander oleksandr sándor alexandr sasha alec alex
alexei aleksei aleksey alexey alexis oleksii alyosha
alfred alfredo
ambrose ambroise
andrew andrei andrey andreas andré andrzej andrés andrea andriy
anthony anton antoine antonio antoni antonin tony
arthur artur arturo
augustus august auguste augustin
avel abel
basil vasily vasili vassili vasiliy wassili vasyl
benjamin benjamín veniamin
bernard bernhard bernardo
boris borys
carl karl charles carlo carlos karol karel károly charlie
christian kristian
christopher kit christoph christophe krzysztof
claude claudius claudio
clement kliment klement klim
conrad konrad
constantine konstantin constantin kostya
cyril kirill
daniel daniil danilo danylo
david davyd
demetrius dmitri dmitry dmitrii dimitri dmytro mitya
denis dennis dionysius
edmund edmond
edward eduard édouard eduardo teddy ned edvard
emanuel emmanuel manuel immanuel
emil émile emile emilio
ernest ernst ernesto
eugene evgeny evgenii yevgeny yevgeni eugen eugène
felix feliks félix
ferdinand fernando
francis franz françois francesco francisco frank ferenc franciszek františek
frederick friedrich frédéric federico fryderyk fred frederic fritz fridrikh
george georg georges giorgio jorge georgy georgi georgii jerzy yuri yury iurii juri györgy heorhiy jiri jiří jurij yurii geo
gerald gerard gérard gerhard
gregory grigory grigori grigorii grigoriy grégoire gregor hryhorii grzegorz grisha
gustav gustave gustavus gustaf
harold harald
henry henri heinrich henrik enrico enrique henryk genrikh harry hendrik hal
herbert heribert
herman hermann
hugh hugo hugues
ignatius ignacy ignaz ignacio
igor ihor
isaac isaak itzhak yitzhak izaak
jacob jakob jacques james iakov yakov jakov jaime giacomo jakub jim
jan john jean johann johannes ivan juan giovanni ioann jános ion hans jack johan ian sean yan
jerome jérôme hieronymus
joachim joaquin
joseph josef iosif giuseppe josé jozef józef iossif jossif josif yosef joe josip jos
julius jules julian julio yuly
laurence lawrence lorenzo laurent lorenz lavrenty
leo leon lev léon lew leonid leonard leonardo leonhard
leopold léopold
louis ludwig luis luigi lewis ludvík ludwik lajos ludvig
luke lukas luca
marcus mark marc marco marek márk
martin márton martín
matthew matthias mathieu matteo mateusz matvei
maurice moritz mauricio
maximilian max maxim maksim
michael mikhail michel miguel michele michał mihály mykhailo mischa misha mike mihail
moses moishe moisei moyshe
nicholas nikolai nikolay nikolaj nicolas nicola niccolò mikołaj miklós mykola nicolai kolya nick nikolaus
oliver olivier
oscar oskar
osip iosip
otto otho
patrick patrice
paul pavel pablo paolo paweł pavlo pál
peter pierre pedro pietro pyotr petr piotr péter petro pjotr pete
philip philippe felipe filippo filip phil
ralph raoul radulf raúl rudolf
raymond raimund ramon
richard ricardo riccardo dick
robert roberto rupert bob ruprecht
roger rüdiger ruggiero
roland orlando
samuel samuil sam
sebastian sébastien
semyon simon shimon simeon szymon semen simón
sergei sergey sergej serge sergio serhii sergii
sigismund zygmunt sigmund
stanislas stanislav stanisław
stephen steven stefan stephan étienne stepan istván esteban stefano steve
theodore fyodor fedor feodor theodor théodore teodor fiodor
thomas tomás tomasz tommaso tomáš foma tom tamás
timothy timofei
tobias tobiah
valentin walenty
victor viktor vittorio víctor
vincent vincenzo vicente wincenty
vitaly vitali vitalij
vladimir wladimir volodymyr włodzimierz
vyacheslav viacheslav wenzel wenceslas václav vjačeslav
walter gualterio wolter
wilhelm william guillaume guillermo willem guglielmo vilmos bill will
wolfgang wolf
+ abdul abdullah ahmed ali hassan hussein ibrahim ismail khalid mahmud mehmed mehmet muhammad mustafa omar orhan osman selim süleyman yusuf
+ aaron ada aidan alan alastair algernon alistair alvin amos anatoly ángel angus archibald arch arkady arnold arvid aubrey balthasar barnaby
+ barnabas bartholomew bela béla bert bertram bertrand bogdan brendan brian bruno caleb calvin casimir cecil cedric chester clarence
+ clifford colin cornelius cuthbert cyrus darius desmond dietrich dominic donald douglas duncan dwight eamon ebenezer edgar edwin
+ egbert egon eli elias elijah enoch ephraim erasmus eric erich erik erwin ethan evan ezra feodor fergus fidel florian franklin
+ gabriel gavrila gavin geoffrey gideon gilbert giles godfrey gordon graham granville grover guy gwilym harpal harvey hector helmut
+ hiram horace horatio hubert humphrey ira isaiah isidore israel ivo jabez janos jared jasper jay jeffrey jeremiah jeremy jesse jochen
+ joel jonah jonas jonathan jordan joshua josiah josias jürgen kaspar kenneth kevin klaus kurt kwabena kwame lambert lancelot
+ leslie lionel lloyd lothar lucian lucien luther malcolm manfred marcel marian marius marlon marshall maynard melvin milan miles
+ miroslav mordecai mortimer nathan nathaniel neil nelson neville nigel noah noel norbert norman obadiah oleg oswald otis owen
+ percival percy perceval piers quentin radomir rafael ralf randolph raphael reginald reinhard reinhold rex robin roderick rodney
+ rolf ronald rory ross roy rufus rupert russell ruslan samson saul seth seymour sidney siegfried silas simeon solomon spencer
+ stanley stuart sven sydney taras tadeusz terence thaddeus theobald theophilus tobias torsten trevor tristan ulrich ulysses urban
+ valery vernon vasil virgil vissarion vlad wallace warren wilfred wilbur winston yaroslav yehuda zachary zdeněk zoltán zygmunt
+ jean-baptiste jean-jacques jean-paul pierre-daniel louis-philippe marc-antoine karl-heinz hans-georg enver ismail iakov dmitrii vissarion
+ honoré
"""


def _rows(text: str) -> Iterator[frozenset[str]]:
    """Yield the forms of each name; in a row that begins with a plus each is a name of its own."""
    for line in text.strip().splitlines():
        names = line.split()
        if names[0] == "+":
            yield from (frozenset({name}) for name in names[1:])
        else:
            yield frozenset(names)


FORMS: dict[str, frozenset[str]] = {}
"""Given name -> every form of it, itself included."""
for _row in (*_rows(_WOMEN), *_rows(_MEN)):
    for _name in _row:
        FORMS[_name] = FORMS.get(_name, frozenset()) | _row
MEN = frozenset(name for row in _rows(_MEN) for name in row)
WOMEN = frozenset(name for row in _rows(_WOMEN) for name in row) - {"ada"}
