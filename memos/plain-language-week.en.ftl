### Texts of plain-language-week.yaml.

# The name of the event, with its capitals, as it stands in running text.
-plain-language-week = Plain Language Week

week-invitation =
    From { $week }, the { $ministry } will hold its { SPELLOUT($edition) }
    { -plain-language-week }. Each day, a session of { $session } will take a text that
    everybody knows, such as a permit form or a letter of refusal, and make it easy
    to read.

    Last year, { $participants } people took part. The letter that was rewritten on the
    last day is still in use, and calls about it have fallen by { $fewer-calls }.
    .subject = Five days to write more clearly

week-program =
    Sessions are held at { $in-english } in English and at { $in-french } in French, in
    Room { $room } and by videoconference.

    - **Monday:** finding the question that needs an answer.
    - **Tuesday:** one idea to a paragraph.
    - **Wednesday:** verbs rather than nouns.
    - **Thursday:** when a table says it better.
    - **Friday:** practical workshop, with texts of your own.
    .heading = The program, day by day

week-registration =
    1. Choose your sessions on
       the [event page](https://harbours.example.ca/en/plain-language-week).
    2. Register by { $register-by }.
    3. Would you like to see one of your texts improved? Remove all personal
       information from it and send it to { $contact }
       by { $texts-by }.
    .heading = How to take part

week-managers =
    No previous training is needed: people who draft regulations will feel as much at
    home as those who write three-line emails. We invite managers to give their staff
    the time to attend at least one session.

    As the motto of the Network has it, “a clear text is a courtesy.”
    .heading = For everyone
