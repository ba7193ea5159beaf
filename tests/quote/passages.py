"""Small invented passages in many layouts, with what is quoted marked in the words themselves (see marked.py)."""

PASSAGES: dict[str, str] = {
    "a sentence broken by its speaker": """
⟦q|"We will reopen the tunnel⟦-|," Mayor Ines Okafor said on Tuesday, "⟧when the water is out and not an hour before."⟧ She declined to name a date.
""",
    "two sentences of one speaker": """
⟦q|“The pumps were bought second-hand,”⟧ said Lorne Whitby, who ran the depot until 2011. ⟦q|“Nobody asked me where from.”⟧
""",
    "a lost mark before a sentence that leads up to the next quotation": """
Captain Rusk recalls that the pilot told him ⟦q|“I saw the lamp and I steered by it.⟧ That is hearsay, of course. But his mate has the same story:

⟦q|“He spoke of the lamp until he died, and he never changed a word of it.”⟧
Jonas Pell, Forty Years a Mate
""",
    "a fragment in a sentence of reporting": """
The committee called the tender ⟦q|“a masterpiece of omission”⟧ and asked for a new one. Whitby described himself as ⟦q|“more tired than sorry.”⟧
""",
    "scare words in a column": """
The ⟦s|“temporary”⟧ bridge has stood for nineteen years, and the so-called ⟦s|“express”⟧ still needs two hours. What the ministry calls ⟦s|“optimisation”⟧ means one clerk fewer.
""",
    "question and answer without marks": """
The Gazette met Dr. Amalia Stern in her laboratory.

GAZETTE: ⟦q|When did you see the first crack?⟧

STERN: ⟦q|In the second winter. I wrote to the owners the same day.⟧

GAZETTE: ⟦q|And what did they answer?⟧

STERN: ⟦q|That ⟦s|“settling”⟧ was to be expected. I have kept the letter.⟧

The interview was edited for length.
""",
    "a headline and a slogan": """
Under the headline ⟦t|“Harbour Sold for a Song”⟧ the Courier printed the whole contract. Outside, the dockers chanted ⟦q|“No harbour, no town!”⟧ until dark.
""",
    "who said it stands before a colon": """
Whitby, asked again, was short: ⟦q|“Ask the bank.”⟧ The bank's answer came by letter: ⟦q|“We do not comment on single accounts.”⟧
""",
    "quoted speech in straight marks with apostrophes": """
⟦q|"It's the workers' money⟦-|," Tansy O'Dell shouted, "⟧and it isn't yours to count."⟧ The '90s had been kind to her, but '04 was not.
""",
    "a block with a line below": """
The abbot's own account is short.

⟦q|“In that year the river took the lower mill, and we had of it neither meal nor rent until Michaelmas.”⟧
Abbot Wilfrey, Chronicle, p. 31

No later writer adds to it.
""",
    "a block that lost its opening mark": """
Two winters later the tone is another.

⟦q|The brethren complain of the bread, and with reason. I have told them that the mill is gone and that I am not.”⟧
–Abbot Wilfrey to the Bishop, 3 February 1312

The bishop did not answer.
""",
    "a block whose opening mark looks back": """
Here is the reply as the register has it:

⟦q|”Let them eat of the store, and let the store be counted.”⟧
(Register of Bishop Odo, fol. 12)
""",
    "a block that lost its closing mark": """
⟦q|“The store was counted on the eve of Saint Luke and was found to want eleven measures of rye⟧
Cellarer's roll, 1312

It is a small sum.
""",
    "blocks under one line": """
The widow wrote twice that spring:

⟦q|“They came by night and asked for the keys. I gave them the wrong ones.”⟧

⟦q|“On Thursday they came again, and this time they brought a smith.”⟧
Letters of Maud Penhale, ed. R. Dacre (1931), pp. 14–15

Neither letter was answered.
""",
    "paragraphs with reopened marks": """
The deposition runs:

⟦q|“I was at the forge when the bell began, and I took it for a fire.

“When I came to the square there were forty men, and none of them carried water.

“I went home and barred the door.”⟧

It was signed with a cross.
""",
    "paragraphs of which only the first and last are marked": """
The captain's journal is plain on the matter:

⟦q|“We stood off the point until noon. The glass was falling and the boat had not returned.

At two o'clock I ordered the gun fired, and again at three.

No answer came, and we made sail.”⟧
Journal of the Petrel, 9 October 1788

The owners found no fault.
""",
    "notes behind marks": """
Harrow thought the ledger ⟦q|"a forgery from first to last,"⟧[4] while Penn held that ⟦q|"no forger would have troubled with the pence."⟧[5] The ⟦s|"second ledger"⟧ has never been found.[6]

[4] J. Harrow, ⟦t|"The Mill Accounts,"⟧ Northern Studies 8 (1961), p. 77.

[5] A. Penn, The Long Ledger (Carrow, 1970), p. 12.

[6] But see R. Oliphant, ⟦t|"A Second Ledger?"⟧ in Mills and Men, ed. S. Toft (London, 1988), pp. 40-52.
""",
    "an epigraph": """
Chapter Four: The Flood

⟦q|“Water has no memory, but it keeps its appointments.”⟧
— Silas Thorne, The Lower Valley

The flood of 1847 began on a Sunday.
""",
    "inline citation in brackets": """
By June the tone had changed: ⟦q|‘We have no more men to send’⟧ (Harcourt to Bell, 4 June 1645). Bell, who had asked for ⟦q|‘two hundred, or none at all’⟧ (Bell Papers, p. 9), got neither.
""",
    "hard-wrapped with an indented block": """
The sheriff's return for that year is preserved among the papers of the
court, and it leaves little room for the story of the hidden door. In
the words of the clerk who wrote it:

     ⟦q|I have searched the house from the leads to the cellar, and have
     found neither priest nor plate, nor any place where either could
     have been kept.⟧

The clerk was no friend of the family, and his ⟦s|"neither priest nor
plate"⟧ has been quoted ever since.
""",
    "hard-wrapped with straight marks and nested ones": """
The witness, being asked what he had heard, replied: ⟦q|"He said to me,
⟦q|'Leave the lantern where it stands,'⟧ and I left it. I did not ask the
reason."⟧ The court found this answer ⟦q|"neither full nor honest,"⟧ and he was
committed for a week.
""",
    "a brief with cases": """
The rule is old. In Carver v. Holt, 12 Prov. Rep. 88 (1902), the court held that a lessee ⟦q|“takes the roof with the rain.”⟧ The appellant would read ⟦s|“roof”⟧ to exclude the gutter. Nothing in the lease, which speaks of the ⟦q|“premises and every part thereof,”⟧ supports him.
""",
    "questions and answers of counsel": """
The transcript of the second day continues:

Q. ⟦q|Did you sign the paper?⟧

A. ⟦q|I signed a paper.⟧

Q. ⟦q|This paper?⟧

A. ⟦q|One like it. I was not shown the back.⟧

The witness was excused.
""",
    "a statute": """
Section 4 provides that ⟦q|“no person shall draw water by night without the leave of the warden”⟧; the word ⟦s|“night”⟧ is not defined.
""",
    "a sermon with scripture": """
What does the Preacher say? ⟦q|“The race is not to the swift.”⟧ He does not say that the swift should stop running. And yet how many of us, when the neighbour says ⟦q|“Slow down,”⟧ hear only envy!
""",
    "a speech in paragraphs of their own": """
The delegate from Moorfield rose and said:

⟦q|“Comrades, I was sent here with a mandate to say no. I have read the draft, and I shall say yes.”⟧

There was some noise. The chairman asked for order.
""",
    "a dialogue in brackets inside one pair of marks": """
Asked in old age, the foreman told the following:

“[Reyes:] ⟦q|Who gave the order to open the sluice?⟧

[Foreman:] ⟦q|There was no order. There was a telephone call, and then there was a silence.⟧

[Reyes:] ⟦q|And you opened it.⟧

[Foreman:] ⟦q|Somebody opened it. I was the one with the key.⟧”
–Marta Reyes, Voices of the Dam

The tape has since been lost.
""",
    "a dialogue whose last turn runs on to a mark": """
The second conversation was shorter.

REYES: ⟦q|You have read the report?⟧

FOREMAN: ⟦q|I have read what they sent me. There were pages missing from the middle, and I said so at the time.

They told me that the pages had never been there.”⟧
(Voices of the Dam, p. 77)

What was on the pages is not known.
""",
    "labels that are no speakers": """
Date: 3 May 1911

Place: the parish hall

Note: the minutes are incomplete.

The meeting was opened by the vicar.
""",
    "German marks": """
Der Vogt schrieb: ⟦q|„Die Brücke trägt, aber sie klagt.“⟧ Von einer ⟦s|„Reparatur“⟧ war keine Rede. Sein Nachfolger nannte das Urteil ⟦q|»eine Ausrede in drei Sätzen«⟧.
""",
    "French marks": """
Le préfet répondit : ⟦q|« Le pont tiendra jusqu'à Pâques. »⟧ Quant à la ⟦s|« réparation »⟧, il n'en dit rien.
""",
    "French marks around a nested quotation": """
Il écrivit le lendemain : ⟦q|« Le maire m'a dit : ⟦q|“Je ne signerai pas”⟧, et il n'a pas signé. »⟧
""",
    "Polish and Swedish marks": """
Wójt powiedział: ⟦q|„Most stoi, bo nie wie, że powinien upaść.”⟧ Kyrkoherden svarade: ⟦q|”Bron håller till påsk.”⟧
""",
    "Japanese corner marks": """
The sign read ⟦q|「この橋は渡れません」⟧ and nobody crossed.
""",
    "typewriter marks": """
The engineer wrote: ⟦q|``The span is sound, but the piers are not.''⟧ He added that the ⟦s|``survey''⟧ had been made from a boat.
""",
    "British single marks": """
⟦q|‘I never saw the river so low,’⟧ said Amos. ⟦q|‘You could’ve walked to Tilbury and ’ardly wet your boots.’⟧ The ferrymen’s guild, as it was in the ’30s, said nothing.
""",
    "British marks with nested doubles": """
She remembered it well: ⟦q|‘He looked at the parcel and said ⟦q|“Not for me”⟧ and put it back on the boys’ table.’⟧
""",
    "memoir with speech in speech in speech": """
My aunt used to tell it so: ⟦q|“The judge asked him, ⟦q|‘What did the constable say?’⟧ and he answered, ⟦q|‘He said ⟦q|“Halt,”⟧ my lord, and I did not.’⟧ And that was all the defence he made.”⟧
""",
    "fiction-like talk in short paragraphs": """
⟦q|“Have you got the key?”⟧

⟦q|“Which key?”⟧ asked Jonah.

⟦q|“You know which.”⟧

He knew. He put his hand in his pocket and found the hole.
""",
    "inches and feet": """
The beam was 6' 4" long and 8" wide, and the carpenter called it ⟦q|"a toothpick."⟧ The door was 5'10".
""",
    "clipped words": """
’Twas the summer of ’76, and the rock ’n’ roll band, as the ’prentices called it, played till dawn. ⟦q|“’Tis loud,”⟧ said the vicar.
""",
    "a mark reversed inside a sentence": """
The minister spoke of ⟦q|“a regrettable delay in the delivery of the second engine“⟧ and left the room.
""",
    "a quotation that nothing closes": """
The inspector wrote: ⟦q|“The stair is rotten from the third step up, and the rail is gone.⟧

The owner denied it. He had walked the stair himself that morning, and he weighed fifteen stone.
""",
    "a lost mark before what is reported": """
The owner said: ⟦q|The stair is as sound as the day it was built.”⟧ He had not been asked.
""",
    "a mark struck twice": """
The inspector called the stair ⟦q|““a trap with a carpet on it””⟧ in his report.
""",
    "same marks inside the marks": """
⟦q|“For years the parish spoke of the ⟦s|“lower road”⟧ as if there had been another one.”⟧
Canon Hale, A Parish and Its Ways (1922)
""",
    "opened with one kind and closed with another": """
Hale wrote that the map was ⟦q|“drawn by a man who had never been cold"⟧ and left it at that.
""",
    "a lost mark swallows nothing": """
The first report spoke of ⟦q|“irregularities⟧. Nobody knew what was meant.

A second report followed. ⟦q|“The books are in order,”⟧ it said.

A third report was burnt.
""",
    "attribution in brackets on the same line": """
⟦q|“The tribunal had no map of the district and did not ask for one.”⟧ (Orla Finch, Justice in the Hills, ch. 3)

Finch was the tribunal's own clerk.
""",
    "attribution behind a dash on the same line": """
⟦q|“We were shown the door and told that it was a window.”⟧ – Petra Lund, quoted in S. Aubrey, The Commission (1974)

Lund never spoke of it again.
""",
    "an attribution line without dash or year": """
⟦q|“The lists were read out by a child.”⟧
Petra Lund

⟦q|“There were no lists.”⟧
Ministry of Works, communiqué
""",
    "an attribution after a blank line": """
⟦q|“I kept the lists for thirty years and burnt them in an afternoon.”⟧

—Petra Lund, letter to S. Aubrey, 2 May 1970

Aubrey did not believe it.
""",
    "an attribution above": """
Petra Lund, Notes for My Sons (1969):

⟦q|“The tribunal sat in the schoolroom, on the small chairs.”⟧

The chairs are now in the museum.
""",
    "titles of many kinds": """
In her article ⟦t|“The Empty Chair”⟧ Lund returned to the subject. The film ⟦t|“A Door in the Hills”⟧ (1981) made it famous; the song ⟦t|“Small Chairs”⟧ did the rest. In an interview with ⟦t|“Morning Star”⟧ she spoke of ⟦q|“the longest spring of my life.”⟧
""",
    "a list of quotations": """
- Aubrey (1971): ⟦q|“The tribunal was a rehearsal.”⟧
- Finch (1975): ⟦q|“It was the play.”⟧
- Lund: ⟦q|“It was the interval.”⟧
""",
    "an ellipsis at the head and in the middle": """
Aubrey notes that the tribunal ⟦q|“…sat for nine days […] and heard no one”⟧, which is not quite true.
""",
    "emphasis, words as words": """
The word ⟦s|“tribunal”⟧ itself is doubtful. By ⟦s|‘tribunal’⟧ the villagers meant any three men at a table.
""",
    "court transcript in blocks": """
The second day of the inquiry began with the harbour master. He had been asked to bring his logs.

MR. HALLAM: ⟦q|You kept a log on the night of the 9th?⟧

CAPT. ORDE: ⟦q|I did.⟧

MR. HALLAM: ⟦q|And where is it now?⟧

CAPT. ORDE: ⟦q|With the sea, sir. It went over the side with the chart table… I said so in my first statement.⟧

THE PRESIDENT: ⟦q|We have that statement here.⟧
(Report of the Harbour Inquiry, London, 1911, p. 44)

Orde’s answer has often been quoted, though seldom in full.
""",
    "dash lines and curly chaos": """
The company denied everything:

⟦q|“No boat of ours was within ten miles of the light.”⟧
–Directors’ circular, 14 March 1910

But its own agent had written a month before:

⟦q|”…The two boats lie off the light every night, and the men are paid in the tavern.”⟧
–letter from Agent Brandt to the directors

⟦q|The boats were seen, the men were paid; I don’t see what more they want…”⟧
letter from Brandt to his wife

This is hardly the language of an innocent man.
""",
    "block with bracket behind": """
⟦q|“The directors knew of the boats by Christmas at the latest, and several of them had been aboard.”⟧ (Tolland, Lights Out, Chapter 4)

Tolland’s view was attacked at once:

⟦q|“This is a novel, not a history. The “⟦s|agent⟧” never existed…”⟧
(Marsh, The Tolland Fantasy)
""",
    "quote in the sentence with line below": """
The keeper defended himself by saying he had only wanted to ⟦q|“…earn what the Board would not pay ….”⟧
(The Keeper’s Case. Coast Review 12 (1911), pp. 3—9. ⟦t|“Why I lit the lamp⟧“)

Nobody believed him.
""",
    "two paragraphs, second opened again, first unclosed": """
In his confession the keeper said:

⟦q|“We were three: myself, the boy, and a man called Pike. The boy knew nothing. Pike came from the boats and went back to them.

“About Easter the lamp was put out for the first time. It was Pike’s hand, but it was my key.”⟧
(Confession of Jonas Reed, Assize Papers, 1911)
""",
    "second paragraph closes, not reopened": """
⟦q|“The trial was short. Three of the five witnesses had been drinking, and the fourth was deaf

and had to be shouted at by the clerk, to the delight of the gallery.”⟧
Alma Tolland (private letter, August 1911)

It is a pity that the fifth witness is not described.
""",
    "block quote followed by prose in the same paragraph": """
⟦q|“I never saw the lamp go out,”⟧ wrote the boy forty years later, and added that he had never seen it lit either.
""",
    "title lines at the head with epigraphs": """
THE LIGHT AT CARN POINT

Part II: The Trial

⟦q|“A lamp is a promise.”⟧
–Admiral Sir George Orde

⟦q|“So is a rock.”⟧
–attributed to Pike

The trial of Jonas Reed opened on 2 May 1911.
""",
    "said to have said without quotes": """
Reed is said to have laughed. He told the court that he was sorry, that the lamp was old, and that nobody had drowned. The judge replied that two men had.
""",
    "numbered points and quotes": """
1) The so-called ⟦s|“confession”⟧ was never signed. 2) The ⟦s|“agent”⟧ was, in Marsh’s words, ⟦q|“a convenience of the plot”⟧. 3) Pike vanished.
""",
    "a claim with that": """
Marsh claims that Reed ⟦q|“was never within a mile of the tavern”⟧ and that the log ⟦q|“has been tampered with by at least two hands.”⟧ He offers no proof.
""",
    "newspaper names": """
The report in ⟦t|“The Coastal Times”⟧ was copied by every paper in the county; ⟦t|“Western Echo”⟧ called Reed ⟦q|“the Judas of the lamp”⟧.
""",
    "nicknames": """
George ⟦s|“Badger”⟧ Pike, also known as ⟦s|“the Dutchman”⟧, had served in the ⟦s|“Black Squadron”⟧.
""",
    "operation names": """
The raid, code-named ⟦s|“Lantern”⟧, failed. Operation ⟦s|“Tinder”⟧ was to follow.
""",
    "quoted letter salutation in several paragraphs": """
Orde wrote to his brother on the same evening:

⟦q|“Dear Tom,

“You will have read of it. Do not believe the half.

“The lamp was out when I came on deck, and it was out when I went below.

“Your George”⟧

Tom kept the letter in his Bible.
""",
    "indirect then direct": """
Asked whether he had been paid, Reed shook his head. ⟦q|“Not in money,”⟧ he said. ⟦q|“In coal.”⟧
""",
    "quotation in question": """
Who could say, as Tolland does, that ⟦q|“the lamp was lit by the dead”⟧? And what is meant by ⟦s|“lit”⟧?
""",
    "mixed straight and curly": """
Tolland wrote: ⟦q|"The boats came in on the ebb.”⟧ Marsh replied that the ebb was ⟦q|“at noon"⟧.
""",
    "quotes with commas and parentheses": """
The log reads ⟦q|“wind S.W., light out (see note), two sail to the east”⟧ and nothing else for that night (p. 12).
""",
    "html like ibid lines": """
⟦q|“He had the key and the boy had the oil.”⟧
Ibid., p. 13

⟦q|“There was no oil in the house.”⟧
Op. cit., 77
""",
    "russian": """
Смотритель заявил: ⟦q|«Лампа погасла сама, и я ничего не видел»⟧. Так называемая ⟦s|«авария»⟧ длилась три часа. ⟦q|«Я спал, ⟦-|— признался он позже, — ⟧и сон мой был крепок»⟧.
""",
    "italian and spanish": """
Il guardiano disse: ⟦q|«La lampada era spenta»⟧. El capitán respondió: ⟦q|«No vi ninguna luz»⟧, y se marchó.
""",
    "quote with footnote inside text line": """
⟦q|“The light was not lit that night nor the next,”⟧1 wrote Orde. He called it ⟦q|“the black week.”⟧2
""",
    "possessives and plural": """
The sailors' wives' petition, the '88 gale, and the keepers' strike all came to nothing: ⟦q|'We asked for oil⟦-|', the widow Pike said, '⟧and got a bishop.'⟧
""",
    "measure": """
A lamp of 12" and a mast of 30' stood there. The 5'2" keeper called the lens ⟦q|"a blind eye"⟧.
""",
    "sermon block of scripture without marks": """
Hear the words of the prophet:

⟦q|The watchmen are blind, and the lamp of the city is out.⟧
Book of Hanoch 4:12

So it was in our own town.
""",
    "dialog in fiction with tags": """
⟦q|“Where were you?”⟧ the judge asked.

⟦q|“Below,”⟧ said Reed. ⟦q|“I was below.”⟧

⟦q|“And the lamp?”⟧

⟦q|“Above.”⟧
""",
    "unclosed before attribution and next block": """
⟦q|“The keeper was a drunkard and a liar, but the lamp was in good order when he left it⟧
–Board of Lights, Minutes

⟦q|“The lamp had been condemned in 1904.”⟧
–the same, six years before
""",
    "stray close mid": """
The Board said that ⟦q|the lamp was in good order.”⟧ Nobody asked which lamp.
""",
    "quotes around single capitalised": """
Reed called himself ⟦q|“Keeper”⟧ to the end. The title ⟦t|“Keeper of the Light”⟧ appears on his grave.
""",
    "archival reference": """
⟦q|“Reed to be dismissed; boy to be kept.”⟧
(PRO, MT 10/1441, minute of 3 June 1911)

⟦q|“Boy to be dismissed as well.”⟧
–ibid.
""",
    "legal dissent": """
Lord Ferrers, dissenting, would have none of it: ⟦q|“A lamp that is not lit is not a lamp but an ornament.”⟧ [1911] AC 44, 61. The majority spoke of ⟦q|“reasonable illumination”⟧.
""",
    "speech tag before with participle": """
Turning to the jury, counsel asked them to remember ⟦q|“the faces of the drowned.”⟧ Then, lowering his voice: ⟦q|“And the price of coal.”⟧
""",
    "term definition": """
A ⟦s|“wrecker”⟧ in the sense of the Act is anyone who ⟦q|“by false lights or otherwise”⟧ causes a loss. The term ⟦s|“false light”⟧ is not defined.
""",
    "quote then scare in the same sentence": """
Pike said he had ⟦q|“never touched the thing,”⟧ which, for an ⟦s|“honest broker”⟧ like him, was probably true.
""",
    "bracketed speaker turns with missing marks": """
[Tolland:] ⟦q|Did you know Pike?⟧

[Boy:] ⟦q|Everybody knew Pike.⟧

[Tolland:] ⟦q|Was he there [at the tavern]?⟧
""",
    "email style attributions after comma": """
⟦q|“We regret the outcome,”⟧ a spokesman for the Board said in a statement, ⟦q|“but the lamp has been replaced.”⟧
""",
    "quoting a quote": """
⟦q|“Tolland says, ‘⟦q|the boats came in on the ebb⟧,’ but he was never there.”⟧
Marsh, The Tolland Fantasy, p. 5
""",
    "dash names inside prose": """
Three men – Reed, Pike and the boy – shared the watch. ⟦q|“We shared the blame as well”⟧ – so Reed in his last letter.
""",
    "epigraph without marks": """
CHAPTER ONE

⟦q|The sea gives up its dead, but never its reasons.⟧
— Proverb of the Carn coast

The coast at Carn is low.
""",
    "citation in prose only": """
For the trial see A. Tolland, ⟦t|“The Carn Point Lamp,”⟧ Coast Review 3 (1912): 4–19; B. Marsh, ⟦t|“Once More the Lamp”⟧ (1933); and the pamphlet ⟦t|“Who Put It Out?”⟧
""",
    "paragraph starting with a term": """
⟦s|“Wrecking”⟧ is a word with a long history. ⟦s|“Sabotage,”⟧ which replaced it, has a longer one.
""",
    "what they call": """
What Marsh called ⟦q|“the sentimental school of pharology”⟧ had many pupils. He was what sailors call a ⟦s|“sea lawyer”⟧.
""",
    "hard wrapped attribution": """
The last word belongs to the widow, who wrote in the summer of that
year to the Board:

⟦q|“I do not ask for the lamp to be lit. I ask for it to be taken
down, so that nobody will trust in it again.”⟧
–Martha Pike to the Board of Lights, 8 July 1911

The Board filed the letter under repairs.
""",
    "hard wrapped tags": """
⟦q|“You may take it down yourself,”⟧ the clerk is supposed to have told
her, though the file has only the words ⟦q|“no action.”⟧ The ⟦s|“supposed”⟧
is mine.
""",
    "memoir: nicknames and household words": """
We children called the cellar ⟦s|“the Admiralty”⟧ because my uncle kept his charts there. He was a great one for sayings. ⟦q|“A dry cellar is a full stomach,”⟧ he would tell us, and when it rained he said nothing at all.
""",
    "memoir: remembered talk": """
My mother looked up from the stove. ⟦q|“And who⟦-|,” she said, “⟧is to pay for it?”⟧ Nobody answered. My brother thought ⟦q|“the King”⟧ and said so. ⟦q|“The King!”⟧ cried my mother.
""",
    "memoir: single marks outside, double inside": """
Grandfather read to us from ⟦t|‘The Wreck of the Arden’⟧ every winter. ⟦q|‘There it says⟦-|,’ he would begin, ‘⟧that the mate cried ⟦q|“All hands!”⟧ and no hands came.’⟧ He called this ⟦q|‘the saddest line in English’⟧. The dog’s name was Arden too.
""",
    "memoir: a letter copied in": """
His last letter came in April. It began, as they all did, with the weather:

⟦q|‘Rain since Tuesday. The road is gone at the mill end and the post comes by boat. I am well, but the cow is not.

‘You ask about the money. There is no money. There was a box, and in the box there was a receipt.’⟧

I have the receipt still.
""",
    "french guillemets, incises": """
⟦q|« La route est coupée⟦-|, répondit le maire, ⟧et le pont aussi. »⟧ Personne ne parla plus de ⟦s|« progrès »⟧. Dans son livre ⟦t|« Les Eaux hautes »⟧ (1931), Berthe Caron écrit que la commune ⟦q|« n'avait rien vu venir »⟧.
""",
    "german marks with inner and titles": """
In seinem Aufsatz ⟦t|„Das hohe Wasser“⟧ behauptet Lenz, die Gemeinde habe ⟦q|„sehenden Auges vier Jahre lang“⟧ gewartet. ⟦q|„Wer ⟦s|‚Fortschritt‘⟧ sagt, meint Beton“⟧, schrieb er 1931. Die sogenannte ⟦s|„Sicherung“⟧ brach im März.
""",
    "endnotes: numbers after marks": """
The diary is silent on the fire. Pym says only that it was ⟦q|“a warm night for the season.”⟧12 His critics have been less kind: Rudd calls him ⟦q|“a thermometer with a grievance”⟧13 and Sorrel ⟦q|“the only man in the county who slept.”⟧14

The ⟦s|“second diary”⟧ is another matter.15
""",
    "endnotes: the notes themselves": """
Notes

12. Pym, Diary, 4 August 1807.

13. E. Rudd, ⟦t|“Pym’s Silence,”⟧ Annals of the County 3 (1922): 18. Rudd adds: ⟦q|“Nobody can be so calm by nature.”⟧

14. Sorrel to Rudd, 3 May 1921, quoted in Rudd, ⟦t|“Pym’s Silence,”⟧ 19n.

15. See ⟦t|“The Second Diary: A Hoax?”⟧, The Times Literary Supplement, 9 June 1923.
""",
    "inquest in narrow lines": """
The jury viewed the body of Ann Pell at
the sign of the Crow. Dr. Marsh said
that death was due to ⟦q|"drowning, and
to nothing else that I could find."⟧

William Pell, husband, sworn, said:
⟦q|"She went out at nine for coals. I did
not hear the gate."⟧

By the Coroner: ⟦q|"Did you look for her?"⟧
⟦q|"No, sir."⟧ ⟦q|"Why not?"⟧ ⟦q|"It was raining."⟧

A juror asked what the witness meant by
⟦s|"coals"⟧ in the month of July. The jury
returned a verdict of ⟦q|"Found drowned."⟧
""",
    "inquest with labels in narrow lines": """
The coroner then examined the landlord
of the Crow.

CORONER: ⟦q|At what hour did you close?⟧

LANDLORD: ⟦q|At eleven, sir, as the law
requires of us.⟧

CORONER: ⟦q|And when did you last see
the deceased?⟧

LANDLORD: ⟦q|About nine. She had a
basket.⟧

The inquiry was adjourned.
""",
    "review: titles and phrases": """
⟦t|“The Salt Road,”⟧ Miss Toller’s third novel, is her best. It has none of the ⟦s|“fine writing”⟧ of her second novel, ⟦t|“Evening at Sark,”⟧ and none of its ghosts. Her hero is, as she says, ⟦q|“a man to whom nothing has happened twice.”⟧ The chapter called ⟦t|“Low Tide”⟧ should be read aloud.
""",
    "review: quoting a line of verse": """
He ends, as ever, with the sea: ⟦q|“And all the bells are under it, / and all the bells are dumb.”⟧ The word ⟦s|“dumb”⟧ is worth the book.
""",
    "obituary": """
Colleagues remembered him as ⟦q|“a man who never raised his voice or lowered his price.”⟧ Born in Hove, ⟦s|“Dusty”⟧ Miller joined the line in 1931. ⟦q|“He could hear a loose bolt from the street,”⟧ recalled his foreman, Ted Sage.
""",
    "forum post": """
Has anyone here read ⟦t|"The Bell Letters"⟧? The intro says the author ⟦q|"found them in a drawer"⟧ lol. So the ⟦s|"original"⟧ letters don't exist anymore?? My prof said ⟦q|"treat with caution."⟧
""",
    "speech: rhetorical voices": """
They tell us, ⟦q|“Be patient.”⟧ They tell us, ⟦q|“The time is not ripe.”⟧ But I say to you that ⟦s|“patience”⟧ is the name the landlord gives to our rent.
""",
    "sermon: verses cited in brackets": """
⟦q|“Cast thy bread upon the waters”⟧ (Eccl. 11:1), says the Preacher; and St. Paul, more bluntly: ⟦q|“If any would not work, neither should he eat”⟧ (2 Thess. 3:10).
""",
    "history: a proclamation": """
On 3 March the proclamation was nailed to every church door. It forbade ⟦q|“all persons of what degree soever”⟧ to carry lights after curfew, and promised ten pounds for the taking of any ⟦q|“malignant, vagrant or other idle person.”⟧
""",
    "history: reported by someone through someone": """
According to Aubrey, who had it from the widow, the old man’s last words were ⟦q|“Mind the step.”⟧ His enemies preferred ⟦q|“Send for my lawyer.”⟧
""",
    "journalism: partial and full": """
Police described the scene as ⟦q|“orderly”⟧. Organisers put the crowd at 4,000; ⟦q|“half that,”⟧ said Superintendent Gale. A banner read ⟦q|“Bread not bridges”⟧.
""",
    "journalism: paragraph quote runs on": """
⟦q|“We have waited four years for this road,”⟧ said Alma Crick, who farms below the dam.

⟦q|“We were promised it in spring and again in autumn.”⟧

The council did not reply.
""",
    "essay: numbered block quotes with sources above": """
From the minutes of 4 May:

⟦q|“The chairman regretted that the books were not to hand.”⟧

From the minutes of 11 May:

⟦q|“The chairman regretted that the books had been burnt.”⟧

Between the two lies a week.
""",
    "essay: an ironic heading": """
A ⟦s|“Fair”⟧ Trial?

The trial opened in June. The prosecutor called it ⟦q|“the fairest in living memory”⟧.
""",
    "essay: question marks outside": """
Did he really say ⟦q|“Let it burn”⟧? Only Rudd reports it, and Rudd was in Bath.
""",
    "essay: unbalanced then attributed with year": """
⟦q|They burnt the books in the yard and they burnt the yard with them”⟧
Eliza Rudd, A County Childhood (1931)

So much for the official version.
""",
    "essay: closing mark on its own after citation": """
⟦q|“The fire began in the office of the clerk, and the clerk was seen running from it.”⟧ (Eliza Rudd, A County Childhood p. 12)

⟦q|“I ran, and anyone would have run”⟧ (Clerk’s statement)
""",
    "essay: turns with quotes inside": """
In 1960 the journalist Anna Brill spoke with the clerk’s son:

BRILL: ⟦q|Your father was called ⟦s|“the torch”⟧ in the village.⟧

PYM: ⟦q|Behind his back, yes. He used to say, ⟦q|“A torch is better than a fog.”⟧ I don’t know what he meant.⟧
(Brill, Conversations, p. 4)
""",
    "essay: letters without opening and closing": """
⟦q|The clerk is not to be trusted with matches…⟧
letter from Rudd to Sorrel

⟦q|“I trust him with everything but matches.⟧
–Sorrel, reply to Rudd
""",
    "essay: names with initials": """
⟦q|“A county that burns its books will burn its barns.”⟧
J. K. L. Sorrel

⟦q|“It burnt its barns first.”⟧
E. Rudd, Ibid.
""",
    "essay: inline with said earlier in paragraph": """
Rudd was plain about it. The fire, he said, was ⟦q|“no more an accident than the Flood”⟧. He went on to name the clerk. He called for a trial and got one.
""",
    "scare: air quotes series": """
The ⟦s|“witnesses”⟧ gave ⟦s|“evidence”⟧ before a ⟦s|“judge”⟧ who had lunched with the prosecutor.
""",
    "scare: mixed with reported in a sentence": """
Where Rudd saw ⟦s|“arson”⟧, the court saw ⟦q|“an act of God assisted by a candle”⟧, as Justice Hale put it.
""",
    "term: translation gloss": """
The Russian word ⟦s|“vreditel”⟧ means ⟦s|“pest”⟧ and was translated as ⟦s|“wrecker”⟧.
""",
    "nested broken": """
⟦q|“My father only said, ⟦q|‘If it rains,’⟧ and then, after a while, ⟦q|‘it rains,’⟧ and that was the sermon.”⟧
""",
    "nested at both ends": """
⟦q|“⟦q|‘No⟦-|,’ she told the bailiff, ‘⟧and no again.’⟧”⟧ That is how my sister remembers it.
""",
    "dialect": """
⟦q|“Don’t ’ee go near ’un,”⟧ said old Tobias. ⟦q|“’E’s a bad ’un, an’ ’is father were afore ’im.”⟧ We went, of course.
""",
    "inner thoughts": """
I thought, ⟦q|“This is the end of the world,”⟧ and went in to tea. It was Thursday, which my aunt called ⟦s|“wash-day”⟧ out of pure malice.
""",
    "house names": """
We lived at ⟦s|“The Laurels”⟧, which had none. Next door, at ⟦s|“Sea View”⟧, they looked upon the gasworks.
""",
    "nicknames in family": """
My brother was ⟦s|‘Tiger’⟧ to the whole street. To my mother he was ⟦s|‘that boy’⟧. The schoolmaster wrote on his report, ⟦q|‘Could do worse.’⟧
""",
    "a remark reported thrice removed": """
It was Cook who told Nanny, and Nanny who told us, that the doctor had said, ⟦q|‘Not before Easter.’⟧ ⟦q|‘What isn’t?’⟧ we asked. ⟦q|‘Never you mind,’⟧ said Nanny.
""",
    "letter with salutations, single straight": """
Her first letter from the hospital read:

⟦q|'Dear all, the food is grey and the nurses are kind. There's a man in the next bed who thinks he's the King of Norway.

'He may be. I have not asked.'⟧

There were eleven more.
""",
    "a boat in single marks": """
⟦q|'It's only a boat,'⟧ the boys' father said. The boys knew better. It was called ⟦s|'Invincible'⟧, and had a hole in it.
""",
}
"""Plain text."""

MARKDOWN: dict[str, str] = {
    "a block quote with its attribution inside": """
Tolland is blunt:

> ⟦q|The lamp was out, and it was out on purpose. Everything else is weather.⟧
>
> — A. Tolland, *Lights Out* (1932), p. 9

That is not an argument.
""",
    "a block quote with marks and its attribution behind": """
> ⟦q|"The lamp was an honest lamp."⟧

— *Reed's daughter, in 1950*

She was nine at the time.
""",
    "a quoted post": """
> ⟦q|The letters are in the county archive, box 12.⟧

No they aren't, I went there. The box has only receipts.
""",
    "notes": """
The surveyor calls the ditch ⟦q|"older than the parish and younger than the hill."⟧[^1] Nobody has improved on that.

> ⟦q|We dug to nine feet and found a boot.⟧[^2]

The boot is lost.[^3]

[^1]: T. Wray, *Ditches*, p. 3.
[^2]: T. Wray to his sister, 4 June 1911; cf. ⟦t|"The Boot at Nine Feet,"⟧ *Ditch Studies* 2 (1930): 7.
[^3]: She wrote: ⟦q|"Good riddance."⟧
""",
}
"""The same in Markdown."""

PAGES: dict[str, str] = {
    "a page with a block quote and a short one": """
<h1>The Fire at Pym</h1>
<p>The fire began at night.</p>
<blockquote><p>⟦q|I saw the clerk running.⟧</p></blockquote>
<p>— Eliza Rudd, 1931</p>
<p>She later called this <q>⟦q|a figure of speech⟧</q>.</p>
""",
    "a page with lists, entities and a cite": """
<html><body><article><h2>A boot in the ditch</h2>
<p>The surveyor said the ditch was <q>⟦q|older than the parish⟧</q>.</p>
<blockquote>⟦q|We dug to nine feet and found a boot.⟧ <cite>— Thomas Wray, 1911</cite></blockquote>
<p>He called the boot &ldquo;⟦s|Exhibit A⟧&rdquo; and the vicar &ldquo;⟦s|Exhibit B⟧&rdquo;. &ldquo;⟦q|I did not laugh,⟧&rdquo; the vicar wrote.</p>
<ul><li>Wray: &ldquo;⟦q|It was a left boot.⟧&rdquo;</li><li>The vicar: &ldquo;⟦q|It was a right boot.⟧&rdquo;</li></ul>
</article></body></html>
""",
}
"""The same as pages of HTML."""
