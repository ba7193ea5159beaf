"""Small invented passages in many layouts, with what is quoted marked in the words themselves (see eval/marked.py)."""

PASSAGES: dict[str, str] = {
    # journalism
    "a sentence broken by its speaker": """
⟦q|"We will reopen the tunnel⟦-|," Mayor Ines Okafor said on Tuesday, "⟧when the water is out and not an hour before."⟧ She declined to name a date.
""",
    "two sentences of one speaker": """
⟦q|“The pumps were bought second-hand,”⟧ said Lorne Whitby, who ran the depot until 2011. ⟦q|“Nobody asked me where from.”⟧
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
    # history
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
    # law
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
    # sermons and speeches
    "a sermon with scripture": """
What does the Preacher say? ⟦q|“The race is not to the swift.”⟧ He does not say that the swift should stop running. And yet how many of us, when the neighbour says ⟦q|“Slow down,”⟧ hear only envy!
""",
    "a speech in paragraphs of their own": """
The delegate from Moorfield rose and said:

⟦q|“Comrades, I was sent here with a mandate to say no. I have read the draft, and I shall say yes.”⟧

There was some noise. The chairman asked for order.
""",
    # interviews in brackets
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
    # other marks
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
    # memoir
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
    # broken marks
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
}
