"""Who speaks, in the turns of phrase with which authors bring in a witness."""

import pytest

from valla.model.anchors import DocumentId
from valla.quote import attribute_quotations, find_quotations
from valla.read import read_document

SENTENCES = [
    (
        "Ada Penn",
        "The harbour board never agreed. That it was warned can be seen from Ada Penn who goes so far as to state that “the mole was rotten from the first winter on” and that nobody looked.",
    ),
    (
        "Ada Penn",
        "The harbour board never agreed. However, Penn goes on to argue at length that “no kind of repair can ever restore a mole of green timber.” Ada Penn had been the surveyor.",
    ),
    (
        "Ada Penn",
        "Ada Penn was surveyor. The board had its own view, with Penn stressing in the same year that “the mole will not last the winter and the town knows it.”",
    ),
    (
        "Ada Penn",
        "Ada Penn was surveyor. So if the mole, as Penn stressed, was marked by “the presence of rot in every second pile of the northern arm” then it could not stand.",
    ),
    (
        "Penn",
        "This can be seen when Penn noted that when “the board got its majority in the town, and afterward in the county,” the money was gone.",
    ),
    (
        "Penn",
        "This can be seen from Penn's comments that when “the piles are set in one row they will lean, as everybody who has built knows.”",
    ),
    (
        "Ada Penn",
        "Elsewhere the Unionist Ada Penn argued that the tax was “a recognition of the fact that nobody in the town had any money left.”",
    ),
    (
        "Tony Marsh",
        "Separatist Tony Marsh, in his attempt to prove the board wrong, pointed to towns which “had deep harbours without a single stone mole in the whole of the bay.”",
    ),
    (
        "Ada Penn",
        "Ada Penn was surveyor. Subsequently, she pointed to how “the richest men of the town dealt with the fishermen on strike” as further proof.",
    ),
    (
        "Penn",
        "Penn states that “one of the marks of good timber” is “its weight in the hand when it has been dried for a year.”",
    ),
    ("Stone", "The reason, Stone was careful to add, was that “no two engineers had ever looked at the same plan.”"),
    ("Stone", "Stone has this to say on the matter: “No two engineers had ever looked at the same plan of it.”"),
    ("Stone", "For Stone, “the mole was never more than a drawing on a napkin in the inn.”"),
    ("Stone", "As early as 1866 Stone could write that “the mole was never more than a drawing on a napkin.”"),
    ("Stone", "It was left to Stone to point out that “the mole was never more than a drawing on a napkin.”"),
    (
        "Stone",
        "Stone, however, was not convinced, and in a letter of 3 May he dismissed the report as “a drawing on a napkin with a seal on it.”",
    ),
    (
        "Stone",
        "The inspector's finding drew from Stone the retort that “the mole was never more than a drawing on a napkin.”",
    ),
    ("Stone", "“The mole,” Stone would later write, “was never more than a drawing on a napkin.”"),
    ("Stone", "In Stone's view the mole was “never more than a drawing on a napkin in the inn.”"),
    ("Stone", "Stone's own explanation is revealing: “I never saw the plan, and nobody ever asked me for it.”"),
    ("Stone", "To quote Stone once more: “I never saw the plan, and nobody ever asked me for it.”"),
    ("Stone", "What does Stone reply? “I never saw the plan, and nobody ever asked me for it.”"),
    ("Stone", "When asked about it under oath, Stone's answer was that “the plan was never shown to me by anybody.”"),
    ("Stone", "Stone made it plain: “I never saw the plan, and nobody ever asked me for it.”"),
    ("Stone", "Years later, in his memoirs, Stone was to call this “the greatest mistake of my life and of the town.”"),
    (
        "Stone",
        "Here is how Stone describes the scene: “The water came in at the north gate, and nobody rang the bell.”",
    ),
    ("Stone", "Listen to Stone: “The water came in at the north gate, and nobody rang the bell.”"),
    ("Stone", "This is confirmed by Stone, who records that “the water came in at the north gate at about four.”"),
    ("Stone", "Even Stone, no friend of the board, conceded that “the water came in at the north gate at about four.”"),
    ("Stone", "Stone: “The water came in at the north gate, and nobody rang the bell.”"),
    ("Stone", "Stone is explicit on this: “The water came in at the north gate, and nobody rang the bell.”"),
    (
        "Stone",
        "Stone's testimony on this point is unambiguous. “The water came in at the north gate, and nobody rang the bell,” he told the court.",
    ),
    (
        "Stone",
        "As Stone himself puts it in a footnote, “the water came in at the north gate, and nobody rang the bell.”",
    ),
    ("Stone", "Stone's diary entry for 4 May reads: “The water came in at the north gate, and nobody rang the bell.”"),
    (
        "Stone",
        "On the same day Stone cabled to the board that “the water has come in at the north gate and more is expected.”",
    ),
    ("Stone", "Stone is said to have told a friend that “the water would come in at the north gate sooner or later.”"),
    (
        "Stone",
        "The board was told by Stone in as many words that “the water would come in at the north gate sooner or later.”",
    ),
    (
        "Stone",
        "Among those who doubted was Stone, in whose words “the water would come in at the north gate sooner or later.”",
    ),
    (
        "Stone",
        "Stone, writing in the Harbour Gazette of 4 May, was of the opinion that “the water would come in at the north gate.”",
    ),
    (
        "Penn",
        "This can be seen from Penn's comments that “the piles set in one row will lean, as everybody who has built knows.”",
    ),
    (
        "Penn",
        "This is clear from Penn's comment that “the piles set in one row will lean, as everybody who has built knows.”",
    ),
    ("Stone", "The historian Rolf Stone has shown that “the water came in by the north gate.”"),
    (
        "Stone",
        "The historian Rolf Stone has shown, on the basis of the papers, that “the water came in by the north gate.”",
    ),
    (
        "Stone",
        "The historian Rolf Stone has argued, on the basis of the papers, that “the water came in by the north gate.”",
    ),
    ("Stone", "Stone's diary entry reads: “The water came in at the north gate, and nobody rang the bell.”"),
    ("Stone", "Stone's diary for 4 May reads: “The water came in at the north gate, and nobody rang the bell.”"),
    ("Stone", "Stone's entry for that day is short: “The water came in at the north gate, and nobody rang the bell.”"),
    ("Stone", "Rolf Stone laughed when he said that “the mole is a bad joke at the cost of the poor.”"),
    (
        "Marsh",
        "However, von Marsh goes on to argue at length that “no kind of repair can ever restore a mole of green timber.”",
    ),
    ("Houten", "As van Houten noted, “no kind of repair can ever restore a mole of green timber.”"),
    (
        "Groot",
        "The board denied it, and de Groot wrote that “no kind of repair can ever restore a mole of green timber.”",
    ),
    ("Houten", "“No kind of repair,” van Houten concluded, “can ever restore a mole of green timber.”"),
    ("Houten", "“No kind of repair can ever restore a mole of green timber,” as van Houten put it."),
    ("Houten", "In van Houten's words, “no kind of repair can ever restore a mole of green timber.”"),
    ("Houten", "According to van Houten, “no kind of repair can ever restore a mole of green timber.”"),
    ("Houten", "When van Houten was asked, he said: “No kind of repair can ever restore a mole of green timber.”"),
    (
        "Ada Penn",
        "That the town knew is clear from a letter of Ada Penn to her brother: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Ada Penn",
        "Writing to her brother on 4 May 1866, Ada Penn said she feared that “no kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "Ada Penn recalled that Rolf Stone had told her: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "Ada Penn quotes Rolf Stone as having said that “no kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "In her memoirs Ada Penn reports a remark by Rolf Stone: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "Asked by the judge whether he had seen the plan, Rolf Stone replied: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "The prosecutor read out the statement of Rolf Stone: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "At the inquest Rolf Stone confessed that he had known “for at least two winters that the timber was green.”",
    ),
    (
        "Rolf Stone",
        "Rolf Stone testified before the commission that “no kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "The engineer, Rolf Stone, later admitted to a reporter that “no kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "It was Rolf Stone who first said that “no kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "Rolf Stone's biographer records him as saying that “no kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "Rolf Stone, the former engineer of the board and a man of few words, was quoted in the Gazette: “No kind of repair can ever restore it.”",
    ),
    (
        "Rolf Stone",
        "The conclusion reached by Rolf Stone was that “no kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "Two years before, Rolf Stone had already warned the board in these terms: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "Rolf Stone could not have been clearer: “No kind of repair can ever restore a mole of green timber.”",
    ),
    ("Rolf Stone", "Rolf Stone continues: “No kind of repair can ever restore a mole of green timber.”"),
    (
        "Rolf Stone",
        "Rolf Stone continues in the same vein, adding that “no kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "Consider what Rolf Stone wrote in 1866: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "We may recall here the words of Rolf Stone: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "Rolf Stone denied ever having said that the mole was “a bad joke at the cost of the poor of the town.”",
    ),
    ("Rolf Stone", "Rolf Stone (1820-1891) held that “no kind of repair can ever restore a mole of green timber.”"),
    ("Rolf Stone", "Rolf Stone, for his part, thought the plan “a bad joke at the cost of the poor of the town.”"),
    ("Rolf Stone", "Rolf Stone is on record as saying “no kind of repair can ever restore a mole of green timber.”"),
    (
        "Rolf Stone",
        "Rolf Stone's deposition contains the following passage: “No kind of repair can ever restore a mole of green timber.”",
    ),
    ("Rolf Stone", "Here Rolf Stone interjected: “No kind of repair can ever restore a mole of green timber.”"),
    (
        "Rolf Stone",
        "From the witness box Rolf Stone declared that he had never “seen a plan or heard of one before that winter.”",
    ),
    (
        "Rolf Stone",
        "Elsewhere in the same book, Rolf Stone makes the point again: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "The official record has Rolf Stone saying: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "The same day the Gazette carried an interview with Rolf Stone, who claimed that “no kind of repair can ever restore it.”",
    ),
    (
        "Rolf Stone",
        "A note in the hand of Rolf Stone says: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "Rolf Stone",
        "Rolf Stone, in a talk with the writer Ada Penn, put it this way: “No kind of repair can ever restore a mole of green timber.”",
    ),
    (
        "William Godd",
        "Stone was there. The board agrees with William Godd (one of the earliest critics of moles) when he wrote that “the project of a stone mole ought to be discouraged.”",
    ),
    (
        "Rolf Stone",
        "Nobody put it as bluntly as Rolf Stone did when he said that “the mole is a bad joke at the cost of the poor.”",
    ),
    (
        "Marsh",
        "Writing half a century later, Tony Marsh remained adamant: “There was no second key, and there never had been one.”",
    ),
    (
        "Marsh",
        "Marsh's wife would afterwards recall him muttering in his sleep that “there was no second key to the tower at all.”",
    ),
    (
        "Marsh",
        "The second volume of Marsh's memoirs opens with these words: “There was no second key, and there never had been one.”",
    ),
    (
        "Marsh",
        "So certain was Marsh of this that he swore on the Bible that “there was no second key to the tower at all.”",
    ),
    (
        "Marsh",
        "A telegram signed Marsh and dated 4 May announced: “No second key found in tower, search goes on tonight.”",
    ),
    (
        "Marsh",
        "Pressed on the point by the coroner, Marsh would only say that “there was no second key to the tower at all.”",
    ),
    (
        "Marsh",
        "Nor was Marsh alone in thinking so; he told his brother that “there was no second key to the tower at all.”",
    ),
    (
        "Marsh",
        "Marsh, whom nobody has ever accused of kindness, noted drily that “there was no second key to the tower at all.”",
    ),
    (
        "Marsh",
        "In the same speech Marsh went further and promised “to hang the man who had cut the second key of the tower.”",
    ),
    ("Marsh", "According to an account given by Marsh to the Gazette, “there was no second key to the tower at all.”"),
    ("Marsh", "What Marsh actually said was this: “There was no second key, and there never had been one.”"),
    ("Marsh", "Here Marsh is quite unambiguous. “There was no second key,” he writes, “and there never had been one.”"),
    ("Marsh", "“There was no second key,” Marsh is reported to have answered, “and there never had been one.”"),
    ("Marsh", "“There was no second key to the tower,” in the blunt words of Tony Marsh."),
    ("Marsh", "“There was no second key to the tower at all.” Thus Tony Marsh, in a letter of 4 May to the board."),
    (
        "Marsh",
        "The historian quotes a letter from Marsh to his sister: “There was no second key, and there never had been one.”",
    ),
    (
        "Marsh",
        "Penn claims that Marsh said to her in the boat: “There was no second key, and there never had been one.”",
    ),
    ("Penn", "Contrary to what Marsh believed, Ada Penn insisted that “there was no second key to the tower at all.”"),
    ("Penn", "Ada Penn replied to Marsh that “there was no second key to the tower at all, and never had been one.”"),
    (
        "Penn",
        "Marsh asked Penn about the key. She answered without a pause: “There was no second key, and there never had been one.”",
    ),
    (
        "Penn",
        "Asked by Marsh about the key, Ada Penn shrugged and said, “There was no second key, and there never had been one.”",
    ),
    (
        "Penn",
        "To Marsh's question Ada Penn gave a curt reply: “There was no second key, and there never had been one.”",
    ),
    ("Penn", "It is Penn's contention that “there was no second key to the tower at all, and never had been one.”"),
    (
        "Penn",
        "One passage in Penn's pamphlet has become famous: “There was no second key, and there never had been one.”",
    ),
    (
        "Penn",
        "The board's chief critic, Ada Penn, put forward another explanation: “There was no second key, and there never had been one.”",
    ),
]


@pytest.mark.parametrize(("speaker", "text"), SENTENCES)
def test_the_speaker_is_whom_the_sentence_names(speaker: str, text: str) -> None:
    document = read_document(text.encode(), id=DocumentId("essay"), name="essay.txt")
    said = attribute_quotations(document, find_quotations(document))

    assert {row.name.split()[-1] if row.name else None for row in said.attributions} == {speaker.rsplit(maxsplit=1)[-1]}


def test_a_creed_before_a_name_is_no_part_of_it() -> None:
    text = "Separatist Tony Marsh wrote that “the town never had a harbour worth the name, and never will.”"
    document = read_document(text.encode(), id=DocumentId("essay"), name="essay.txt")

    assert attribute_quotations(document, find_quotations(document)).attributions[0].name == "Tony Marsh"
